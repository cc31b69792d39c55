import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuickAdd } from '#shared/domain/quick-add.ts';
import { uuidV7 } from '#shared/domain/uuid.ts';
import type { BoardView, CardRow } from '#shared/ipc/board.ts';
import { call, type Input } from '../../../lib/api.ts';
import { useSay } from '../../../lib/say.ts';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import type { MoveTarget } from './navigation.ts';
import { withCard, withChanges, withMoved, withoutCards } from './optimistic.ts';
import { useOptimistic } from './use-board-cache.ts';

type BulkChange = Omit<Input<'tasks.changeMany'>, 'ids'>;

export interface BoardActions {
  /** Answers the new task's id, or null when it was refused. */
  add(columnId: string, typed: QuickAdd, at: { now: number; zone: string }): Promise<string | null>;
  move(ids: readonly string[], target: MoveTarget, now: number): Promise<unknown>;
  rename(id: string, title: string): Promise<unknown>;
  change(ids: readonly string[], change: BulkChange): Promise<unknown>;
  remove(ids: readonly string[]): Promise<unknown>;
  complete(ids: readonly string[]): Promise<unknown>;
  followUp(id: string, now: number): Promise<unknown>;
  /** Starts the timer on a card, or stops it when it runs there. */
  toggleTimer(card: CardRow): Promise<unknown>;
  saveView(view: BoardView): Promise<unknown>;
}

/** Everything that can be done on a client's board; each shows at once. */
export function useBoardActions(clientId: string): BoardActions {
  const optimistic = useOptimistic(clientId);
  const announce = useAnnounce();
  const say = useSay();
  const { t } = useTranslation();
  return useMemo(
    () => ({
      async add(columnId, typed, { now, zone }) {
        const id = uuidV7(now, 0, crypto.getRandomValues(new Uint8Array(10)));
        const due = typed.due && { ...typed.due, zone: typed.due.time ? zone : null };
        const { title, category, estimateMinutes } = typed;
        const input = { id, clientId, columnId, title, due, category, estimateMinutes };
        const card = { ...blankCard, id, columnId, title, category, estimateMinutes };
        const shownDue = due && { ...due, at: null, time: null, zone: null };
        const done = await optimistic(
          (board) => withCard(board, { ...card, due: shownDue }),
          () => call('tasks.add', input),
        );
        if (done) announce(t('tasks:say.added', { title }));
        return done?.id ?? null;
      },
      move: (ids, { columnId, above, below }, now) =>
        optimistic(
          (board) => withMoved(board, ids, columnId, { above, below }, now),
          () => call('tasks.move', { ids: [...ids], columnId, above, below }),
        ),
      rename: (id, title) =>
        optimistic(
          (board) => withChanges(board, new Set([id]), { title }),
          () => call('tasks.change', { id, title }),
        ),
      change: (ids, change) =>
        optimistic(
          (board) =>
            change.category === undefined
              ? board
              : withChanges(board, new Set(ids), { category: change.category }),
          () => call('tasks.changeMany', { ids: [...ids], ...change }),
        ),
      async remove(ids) {
        let running = false;
        const done = await optimistic(
          (board) => {
            running = board.cards.some((card) => card.runningSince !== null && ids.includes(card.id));
            return withoutCards(board, new Set(ids));
          },
          async () => {
            await call('tasks.delete', { ids: [...ids] });
            return true;
          },
        );
        if (!done) return;
        say.undoable(
          t('tasks:say.deleted', { count: ids.length }),
          running ? { detail: t('tasks:say.stillRunning') } : {},
        );
      },
      async complete(ids) {
        await optimistic(
          (board) => withoutCards(board, new Set(ids)),
          () => call('tasks.complete', { ids: [...ids] }),
        );
        announce(t('tasks:say.completed', { count: ids.length }));
      },
      followUp: (id, now) =>
        optimistic(
          (board) => withChanges(board, new Set([id]), { waitingSince: now }),
          () => call('tasks.followUp', { id }),
        ),
      toggleTimer: (card) =>
        optimistic<unknown>(
          (board) => board,
          () =>
            card.runningSince === null
              ? call('time.start', { clientId, taskId: card.id })
              : call('time.stop'),
        ),
      saveView: (view) =>
        optimistic(
          (board) => ({ ...board, view }),
          () => call('board.saveView', { clientId, view }),
        ),
    }),
    [clientId, optimistic, announce, say, t],
  );
}

const blankCard = {
  trackedSeconds: 0,
  runningSince: null,
  checklistDone: 0,
  checklistTotal: 0,
  links: 0,
  waitingOn: '',
  waitingSince: null,
  completedAt: null,
} as const;
