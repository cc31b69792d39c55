import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { hideAfter } from '#shared/domain/vault.ts';
import type { RevealedSecret } from '#shared/ipc/vault.ts';
import { call } from '../../lib/api.ts';
import { useSay } from '../../lib/say.ts';

export interface Revealed {
  readonly current: (RevealedSecret & { readonly id: string }) | null;
  /** Shows one entry's secret, hiding any other; hides it when it is the one that shows. */
  readonly toggle: (id: string) => void;
  readonly hide: () => void;
}

/** Holds at most one secret, outside every cache, until it is hidden, its time is over or the list locks. */
export function useRevealed(open: boolean): Revealed {
  const { refused } = useSay();
  const [current, setCurrent] = useState<Revealed['current']>(null);
  const hide = useCallback(() => setCurrent(null), []);

  useEffect(() => {
    if (!open) setCurrent(null);
  }, [open]);

  // Before it is painted: who sees the secret can hide it.
  useLayoutEffect(() => {
    if (!current) return;
    const timer = setTimeout(hide, hideAfter);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, [current, hide]);

  const toggle = useCallback(
    (id: string) => {
      const shown = current?.id;
      setCurrent(null);
      if (shown === id) return;
      call('vault.reveal', { id }).then((answer) => setCurrent({ ...answer, id }), refused);
    },
    [current?.id, refused],
  );

  return { current: open ? current : null, toggle, hide };
}
