import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneCity } from '#shared/domain/clock-format.ts';
import { go, settingsHref } from '../../lib/addresses.ts';
import { useCommandRegistry, useCommands } from '../../lib/commands/CommandsProvider.tsx';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { FirstRun } from './FirstRun.tsx';

/** The first screen, with what the app took from the system. Digits choose, as the chips on the buttons say. */
export default function FirstRunContainer() {
  const { t } = useTranslation('shell');
  const { registry } = useCommandRegistry();
  const { data: preferences } = useRead('settings.get');
  const { data: info } = useRead('app.info');
  const { refused } = useSay();
  const { mutate, isPending } = useWrite('sample.install');
  const actions = useMemo(
    () => ({
      client: () => registry.run('clients.add'),
      google: () => go(settingsHref('accounts')),
      sample: () =>
        mutate(undefined, {
          onSuccess: () => go('#/'),
          onError: refused,
        }),
    }),
    [registry, mutate, refused],
  );
  useCommands(
    useMemo(
      () => [
        {
          id: 'first.client',
          label: t('firstRun.client.action'),
          keys: '1',
          hidden: true,
          run: actions.client,
        },
        {
          id: 'first.google',
          label: t('firstRun.google.action'),
          keys: '2',
          hidden: true,
          run: actions.google,
        },
        {
          id: 'first.sample',
          label: t('firstRun.sample.action'),
          keys: '3',
          hidden: true,
          run: actions.sample,
        },
      ],
      [t, actions],
    ),
  );
  return (
    <FirstRun
      onAddClient={actions.client}
      onConnect={actions.google}
      onSample={actions.sample}
      busy={isPending ? 'sample' : undefined}
      onRestore={() => go(settingsHref('backup'))}
      onSettings={() => go(settingsHref())}
      facts={{
        language: t(`firstRun.language.${preferences?.spoken ?? 'en'}`),
        clock: t('firstRun.clock', { city: zoneCity(info?.zone ?? 'UTC') }),
        theme: t(`firstRun.theme.${preferences?.theme ?? 'system'}`),
      }}
    />
  );
}
