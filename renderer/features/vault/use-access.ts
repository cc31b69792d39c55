import { useCallback, useRef } from 'react';
import type { VaultAccess } from '#shared/ipc/vault.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';

export interface Access extends VaultAccess {
  /** The system is being asked; it may be showing its own prompt. */
  readonly asking: boolean;
  readonly unlock: () => void;
  readonly lock: () => void;
  /** Uses the keychain that is there now, without what an older one held. */
  readonly startAfresh: () => void;
  /** The list is being used. */
  readonly touch: () => void;
}

/** Use is reported at most so often, milliseconds. */
const touchEvery = 10_000;

/** Whether secrets can be shown, and how to change that. */
export function useAccess(): Access {
  const { data } = useRead('vault.access');
  const { refused } = useSay();
  const { mutate: unlock, isPending: asking } = useWrite('vault.unlock');
  const { mutate: startAfresh } = useWrite('vault.startAfresh');
  const { mutate: lock } = useWrite('vault.lock');
  const { mutate: touch } = useWrite('vault.touch');
  const touched = useRef(0);
  const access = data ?? { state: 'locked' as const, locksAt: null };
  return {
    ...access,
    asking,
    unlock: useCallback(() => unlock(undefined, { onError: refused }), [unlock, refused]),
    lock: useCallback(() => lock(undefined, { onError: refused }), [lock, refused]),
    startAfresh: () => startAfresh(undefined, { onError: refused }),
    touch: () => {
      const now = performance.now();
      if (access.state !== 'unlocked' || now - touched.current < touchEvery) return;
      touched.current = now;
      touch(undefined);
    },
  };
}
