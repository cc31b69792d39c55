import { useCallback, useMemo, useState } from 'react';
import type { EntryFilter } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';

const none: ReadonlySet<string> = new Set();

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly add: (ids: readonly string[]) => void;
  readonly clear: () => void;
  /** Everything that fits the filter, up to what can be changed at once. */
  readonly all: () => Promise<void>;
}

/** Which entries are selected; another filter begins anew. */
export function useSelection(filter: EntryFilter): Selection {
  const [state, setState] = useState({ filter, ids: none });
  const ids = state.filter === filter ? state.ids : none;
  const toggle = useCallback(
    (id: string) =>
      setState((old) => {
        const next = new Set(old.filter === filter ? old.ids : none);
        if (!next.delete(id)) next.add(id);
        return { filter, ids: next };
      }),
    [filter],
  );
  const add = useCallback(
    (more: readonly string[]) =>
      setState((old) => ({
        filter,
        ids: new Set([...(old.filter === filter ? old.ids : none), ...more.filter(Boolean)]),
      })),
    [filter],
  );
  const clear = useCallback(() => setState({ filter, ids: none }), [filter]);
  const all = useCallback(
    async () => setState({ filter, ids: new Set(await call('time.ids', { filter })) }),
    [filter],
  );
  return useMemo(() => ({ ids, toggle, add, clear, all }), [ids, toggle, add, clear, all]);
}
