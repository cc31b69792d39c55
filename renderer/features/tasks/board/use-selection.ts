import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Adds these and makes the last the start of the next range. */
  add(ids: readonly string[]): void;
  clear(): void;
  /** Where a range would start. */
  readonly anchor: string | null;
}

const none: ReadonlySet<string> = new Set();

/** Which cards are selected. Those that are no longer there (`exists`) do not count. */
export function useSelection(exists: (id: string) => boolean): Selection {
  const [state, setState] = useState<{ ids: ReadonlySet<string>; anchor: string | null }>({
    ids: none,
    anchor: null,
  });
  const ids = useMemo(() => {
    const left = [...state.ids].filter(exists);
    return left.length === state.ids.size ? state.ids : new Set(left);
  }, [state.ids, exists]);
  const toggle = useCallback(
    (id: string) =>
      setState(({ ids: old }) => {
        const next = new Set(old);
        if (!next.delete(id)) next.add(id);
        return { ids: next, anchor: id };
      }),
    [],
  );
  const add = useCallback(
    (more: readonly string[]) =>
      setState(({ ids: old, anchor }) => ({
        ids: new Set([...old, ...more]),
        anchor: more.at(-1) ?? anchor,
      })),
    [],
  );
  const clear = useCallback(() => setState({ ids: none, anchor: null }), []);
  return useMemo(
    () => ({ ids, toggle, add, clear, anchor: state.anchor }),
    [ids, toggle, add, clear, state.anchor],
  );
}
