import { useCallback, useRef } from 'react';
import type { VaultAccess } from '#shared/ipc/vault.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';

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
  const { show } = useToast();
  const { mutate: unlock, isPending: asking } = useWrite('vault.unlock');
  const { mutate: startAfresh } = useWrite('vault.startAfresh');
  const { mutate: lock } = useWrite('vault.lock');
  const { mutate: touch } = useWrite('vault.touch');
  const touched = useRef(0);
  const access = data ?? { state: 'locked' as const, locksAt: null };
  const failed = useCallback((error: Error) => show({ text: error.message, tone: 'error' }), [show]);
  return {
    ...access,
    asking,
    unlock: useCallback(() => unlock(undefined, { onError: failed }), [unlock, failed]),
    lock: useCallback(() => lock(undefined, { onError: failed }), [lock, failed]),
    startAfresh: () => startAfresh(undefined, { onError: failed }),
    touch: () => {
      const now = performance.now();
      if (access.state !== 'unlocked' || now - touched.current < touchEvery) return;
      touched.current = now;
      touch(undefined);
    },
  };
}
