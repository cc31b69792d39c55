import { IconArrowRight, IconLayoutSidebar, IconSettings } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clientHref, clientViews, go, overviewHref, overviews, settingsHref } from '../../lib/addresses.ts';
import { useCommands, useFindingSource } from '../../lib/commands/CommandsProvider.tsx';
import type { Command, FindingSource } from '../../lib/commands/command.ts';
import { useFetched } from '../../lib/fetched.ts';
import { useRead } from '../../lib/queries.ts';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { matchText } from '../palette/match.ts';
import { clientScreens, overviewScreens } from '../screens.ts';
import type { Place } from './place.ts';
import { useRailFold } from './RailContainer.tsx';

/** Second key after `g` for each view. */
const VIEW_KEYS = {
  board: 'b',
  time: 't',
  calendar: 'c',
  files: 'f',
  money: 'm',
  credentials: 'p',
  details: 'e',
  today: 'd',
};

const loadPalette = () => import('../palette/Palette.tsx');

/** Commands of the frame itself (go, fold, settings, search) and the palette that lists all commands. */
export function ShellCommands({ place }: { readonly place: Place }) {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState(false);
  const Palette = useFetched(loadPalette, opened);
  const fold = useRailFold();
  const { data: clients } = useRead('clients.list');
  const client = place.kind === 'client' ? clients?.find((one) => one.id === place.clientId) : undefined;

  const frame = useMemo<readonly Command[]>(
    () => [
      {
        id: 'palette.open',
        label: t('commands.search'),
        keys: 'mod+k',
        inFields: true,
        hidden: true,
        run: () => setOpened(true),
      },
      {
        id: 'rail.fold',
        label: t('commands.foldRail'),
        icon: <IconLayoutSidebar size={16} stroke={1.5} />,
        keys: 'mod+b',
        inFields: true,
        run: fold.toggle,
      },
      {
        id: 'settings.open',
        label: t('commands.settings'),
        icon: <IconSettings size={16} stroke={1.5} />,
        keys: 'mod+,',
        inFields: true,
        run: () => go(settingsHref()),
      },
    ],
    [t, fold.toggle],
  );
  const places = useMemo<readonly Command[]>(() => {
    const icon = <IconArrowRight size={16} stroke={1.5} />;
    const label = (view: keyof typeof VIEW_KEYS) => t('palette.goTo', { place: t(`tabs.${view}`) });
    const own = client
      ? clientViews
          .filter((view) => clientScreens[view])
          .map((view) => ({
            id: `go.client.${view}`,
            label: label(view),
            hint: t('palette.forClient', { name: client.name }),
            icon,
            keys: `g ${VIEW_KEYS[view]}`,
            run: () => go(clientHref(client.id, view)),
          }))
      : [];
    const across = overviews
      .filter((view) => overviewScreens[view])
      .map((view) => ({
        id: `go.all.${view}`,
        label: label(view),
        hint: t('palette.allClients'),
        icon,
        ...(client && view !== 'today' ? {} : { keys: `g ${VIEW_KEYS[view]}` }),
        run: () => go(overviewHref(view)),
      }));
    return [...own, ...across];
  }, [t, client]);
  const source = useMemo<FindingSource>(
    () => ({
      id: 'clients',
      label: t('palette.clients'),
      order: 0,
      find: (text) =>
        (clients ?? [])
          .flatMap((one) => {
            const match = matchText(text, one.name);
            return match ? [{ one, score: match.score }] : [];
          })
          .toSorted((a, b) => b.score - a.score)
          .map(({ one }) => ({
            id: one.id,
            title: one.name,
            icon: <ClientMark colour={one.color} />,
            open: () => go(clientHref(one.id)),
          })),
    }),
    [t, clients],
  );
  useCommands(frame);
  useCommands(places);
  useFindingSource(source);
  return opened && Palette ? <Palette opened onClose={() => setOpened(false)} client={client} /> : null;
}
