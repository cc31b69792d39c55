import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Board } from '#shared/ipc/board.ts';
import { useSay } from '../../../lib/say.ts';

export type Optimistic = <T>(update: (board: Board) => Board, send: () => Promise<T>) => Promise<T | null>;

/**
 * Changes the board on screen at once and then asks the main process. When that refuses, the true board comes
 * back, the person reads why, and the answer is null.
 */
export function useOptimistic(clientId: string): Optimistic {
  const queries = useQueryClient();
  const { refused } = useSay();
  return useCallback(
    async (update, send) => {
      const queryKey = ['board.get', { clientId }];
      await queries.cancelQueries({ queryKey });
      queries.setQueryData<Board>(queryKey, (board) => board && update(board));
      try {
        return await send();
      } catch (error) {
        void queries.invalidateQueries({ queryKey });
        refused(error);
        return null;
      }
    },
    [queries, clientId, refused],
  );
}
