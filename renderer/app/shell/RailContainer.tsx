import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { clientHref, overviewHref } from '../../lib/addresses.ts';
import { useMinute } from '../../lib/clock.tsx';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useRead, useWrite } from '../../lib/queries.ts';
import { SampleNotice } from '../sample/SampleNotice.tsx';
import { clientScreens, overviewScreens } from '../screens.ts';
import type { RailClient } from './model.ts';
import type { Place } from './place.ts';
import { Rail } from './Rail.tsx';

/** Below this width the rail is folded unless the person said otherwise. */
const NARROW = '(max-width: 1100px)';
/** Below this one there is no room for it whatever was said: small windows at 200 % text. */
const TINY = '(max-width: 720px)';

/** The rail with its clients, kept fresh by the change feed. */
export function RailContainer({ place }: { readonly place: Place }) {
  const { registry, mac } = useCommandRegistry();
  const { data: all } = useRead('clients.list');
  const { data: running } = useRead('time.running');
  useFreshCounts();
  const { collapsed, toggle } = useRailFold();
  const clients = useMemo<readonly RailClient[]>(
    () =>
      (all ?? []).filter((client) => !client.archived).map((client) => ({ ...client, colour: client.color })),
    [all],
  );
  const hrefOf = (clientId: string | null) => {
    if (clientId === null) {
      const view = place.kind === 'client' && place.view in overviewScreens ? place.view : 'today';
      return overviewHref(view === 'time' || view === 'money' ? view : 'today');
    }
    if (place.kind === 'client') return clientHref(clientId, place.view);
    const view = place.kind === 'overview' && place.view !== 'today' ? place.view : 'board';
    return clientHref(clientId, clientScreens[view] ? view : 'board');
  };
  return (
    <Rail
      clients={clients}
      current={place.kind === 'client' ? place.clientId : place.kind === 'overview' ? 'all' : null}
      running={running?.clientId ?? null}
      collapsed={collapsed}
      hrefOf={hrefOf}
      onToggle={toggle}
      onSearch={() => registry.run('palette.open')}
      onAddClient={() => registry.run('clients.add')}
      notice={<SampleNotice collapsed={collapsed} />}
      modifier={mac ? '⌘' : 'Ctrl'}
    />
  );
}

/** What is due becomes overdue, and tomorrow today, without anything being written: the counts follow the clock. */
function useFreshCounts(): void {
  const queries = useQueryClient();
  const minute = useMinute();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the new minute is the reason to ask again
  useEffect(() => void queries.invalidateQueries({ queryKey: ['clients.list'] }), [queries, minute]);
}

/** Folded or not: as chosen, else by the width of the window. */
export function useRailFold(): { readonly collapsed: boolean; readonly toggle: () => void } {
  const { data: preferences } = useRead('settings.get');
  const change = useWrite('settings.change');
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const tiny = useMediaQuery(TINY, false, { getInitialValueInEffect: false });
  const collapsed = tiny || (preferences?.railCollapsed ?? narrow);
  return { collapsed, toggle: () => change.mutate({ railCollapsed: !collapsed }) };
}
