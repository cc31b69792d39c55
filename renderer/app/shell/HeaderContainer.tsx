import { IconSettings, IconStack2 } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { clientHref, clientTabs, overviewHref, overviews } from '../../lib/addresses.ts';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../lib/queries.ts';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { clientScreens, overviewScreens } from '../screens.ts';
import { Header } from './Header.tsx';
import { ClientTimes, DayLine } from './HeaderTimes.tsx';
import type { Place } from './place.ts';

/** Name, clocks and views of the place that is open; the window's title follows. */
export function HeaderContainer({ place }: { readonly place: Place }) {
  const { t, i18n } = useTranslation('shell');
  const { registry } = useCommandRegistry();
  const { data: clients } = useRead('clients.list');
  const { data: info } = useRead('app.info');
  const client = place.kind === 'client' ? clients?.find((one) => one.id === place.clientId) : undefined;
  const title = client?.name ?? t(place.kind === 'settings' ? 'timer.settings' : 'rail.all');
  useEffect(() => {
    document.title = `${title} · Clientele`;
  }, [title]);
  const here = info?.zone ?? 'UTC';
  const tabs =
    place.kind === 'client'
      ? clientTabs
          .filter((view) => clientScreens[view])
          .map((view) => ({ id: view, label: t(`tabs.${view}`), href: clientHref(place.clientId, view) }))
      : overviews
          .filter((view) => overviewScreens[view])
          .map((view) => ({ id: view, label: t(`tabs.${view}`), href: overviewHref(view) }));
  const Icon = place.kind === 'settings' ? IconSettings : IconStack2;
  return (
    <Header
      mark={client ? <ClientMark colour={client.color} /> : <Icon size={18} stroke={1.5} aria-hidden />}
      title={title}
      titleHref={client && clientHref(client.id, 'details')}
      times={
        client ? (
          <ClientTimes zone={client.zone} here={here} />
        ) : (
          <DayLine here={here} locale={i18n.language} />
        )
      }
      tabs={tabs}
      currentTab={place.kind === 'settings' ? null : place.view}
      onNewTask={() => registry.run('tasks.new')}
    />
  );
}
