import { ranksAt } from '#shared/domain/board.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TaskRepository } from './repository.ts';
import type { ColumnRecord, HistoryNote, TaskRecord } from './rows.ts';

export interface Place {
  readonly above: string | null;
  readonly below?: string | null | undefined;
}

type Standing = Pick<TaskRecord, 'completedAt' | 'completedZone' | 'waitingSince'>;

const open = { completedAt: null, completedZone: null };

/**
 * What standing in a column says about a task: done means completed, where the person was when it came there; waiting
 * means waiting since then.
 */
export function standing(column: Pick<ColumnRecord, 'kind'>, task: Standing | null, clock: Clock): Standing {
  const now = clock.now();
  const before = task && task.completedAt !== null ? task : { completedAt: now, completedZone: clock.zone() };
  const { completedAt, completedZone } = column.kind === 'done' ? before : open;
  return {
    completedAt,
    completedZone,
    waitingSince: column.kind === 'waiting' ? (task?.waitingSince ?? now) : null,
  };
}

/** What to note when a task goes from one column to another. */
export function moveNote(from: ColumnRecord, to: ColumnRecord): HistoryNote {
  if (to.kind === 'done' && from.kind !== 'done')
    return { kind: 'completed', data: { from: from.name, columnId: from.id } };
  if (from.kind === 'done' && to.kind !== 'done') return { kind: 'reopened', data: { to: to.name } };
  return { kind: 'moved', data: { from: from.name, to: to.name } };
}

/**
 * Puts tasks together, in this order, into a column of their client, inside the caller's transaction.
 * Only they get new ranks. Says whether anything changed. Throws `conflict` for another client's column.
 */
export function placeTasks(
  repository: TaskRepository,
  note: (taskId: string, note: HistoryNote) => void,
  moved: readonly TaskRecord[],
  column: ColumnRecord,
  place: Place,
  clock: Clock,
): boolean {
  if (moved.some((task) => task.clientId !== column.clientId)) throw new AppError('conflict');
  const ids = new Set(moved.map((task) => task.id));
  const everyone = repository.cardsIn(column.id);
  const above = nearestUnmoved(everyone, ids, place.above);
  const others = everyone.filter((card) => !ids.has(card.id));
  const start = above === null ? 0 : others.findIndex((card) => card.id === above) + 1;
  const after = [...others.slice(0, start), ...moved, ...others.slice(start)];
  const goneAbove = place.above !== null && above === null && !everyone.some((c) => c.id === place.above);
  if (!goneAbove && after.length === everyone.length && after.every((card, i) => card.id === everyone[i]?.id))
    return false;

  const ranks = ranksAt(
    others,
    { above: goneAbove ? place.above : above, below: place.below ?? null },
    moved.length,
  );
  moved.forEach((task, index) => {
    const rank = ranks[index] as string;
    const now = { ...standing(column, task, clock), updatedAt: clock.now() };
    repository.update(task.id, { rank, columnId: column.id, ...now });
    if (task.columnId !== column.id) note(task.id, moveNote(repository.column(task.columnId), column));
  });
  return true;
}

/** The card itself, or the next one above it that stays where it is. */
function nearestUnmoved(
  cards: readonly { readonly id: string }[],
  moved: ReadonlySet<string>,
  above: string | null,
): string | null {
  let index = cards.findIndex((card) => card.id === above);
  while (index >= 0 && moved.has(cards[index]?.id ?? '')) index--;
  return cards[index]?.id ?? null;
}
