import { useEffect } from 'react';
import { AppError } from '#shared/ipc/errors.ts';
import { go, overviewHref } from '../../lib/addresses.ts';
import { call } from '../../lib/api.ts';
import { useRead } from '../../lib/queries.ts';
import type { Place } from './place.ts';

/**
 * Leaves the view of a client that does not exist any more, because adding it was undone, it was deleted, or a link
 * is old. Otherwise an empty board would stand there and take tasks that nothing can keep.
 */
export function useGoneClient(place: Place): void {
  const { data: clients } = useRead('clients.list');
  const clientId = place.kind === 'client' ? place.clientId : null;
  const unlisted = clientId !== null && clients !== undefined && !clients.some((one) => one.id === clientId);
  useEffect(() => {
    if (!unlisted || clientId === null) return;
    let here = true;
    // A client that was just added may not be in the list yet, so the workspace itself is asked.
    call('clients.get', { clientId }).catch((error: unknown) => {
      if (here && error instanceof AppError && error.code === 'not_found') go(overviewHref());
    });
    return () => {
      here = false;
    };
  }, [unlisted, clientId]);
}
