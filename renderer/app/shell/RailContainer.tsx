import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { clientHref, overviewHref } from '../../lib/addresses.ts';
import { useByMinute } from '../../lib/clock.tsx';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useHere } from '../../lib/here.ts';
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
  useFreshCounts(all);
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
function useFreshCounts(clients: readonly ClientCard[] | undefined): void {
  const queries = useQueryClient();
  const { today } = useHere();
  const counted = useRef(today);
  const passed = useByMinute((minute) => lastPassed(clients ?? [], minute));
  useEffect(() => {
    if (passed === null && counted.current === today) return;
    counted.current = today;
    void queries.invalidateQueries({ queryKey: ['clients.list'] });
  }, [queries, passed, today]);
}

/** The latest moment before `now` at which a task became overdue that is not yet counted so; null without one. */
function lastPassed(clients: readonly ClientCard[], now: number): number | null {
  const passed = clients.flatMap(({ nextDue }) => (nextDue !== null && nextDue < now ? nextDue : []));
  return passed.length > 0 ? Math.max(...passed) : null;
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
