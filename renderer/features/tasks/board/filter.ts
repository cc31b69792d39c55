import { dateIn } from '#shared/domain/clock-format.ts';
import { daysBetween, dueDay, dueState } from '#shared/domain/due-day.ts';
import { fold } from '#shared/domain/text-search.ts';
import type { BoardView, CardRow } from '#shared/ipc/board.ts';

export type Filter = Pick<BoardView, 'text' | 'categories' | 'due'>;

/** How many of the filter's parts are set. */
export function filterCount(filter: Filter): number {
  return (filter.text.trim() ? 1 : 0) + (filter.categories.length > 0 ? 1 : 0) + (filter.due ? 1 : 0);
}

/** Whether a card is shown. `now` in UTC milliseconds; days are those of `zone`. */
export function fits(card: CardRow, filter: Filter, now: number, zone: string): boolean {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  const text = words.length > 0 ? fold(`${card.title} ${card.waitingOn}`) : '';
  if (!words.every((word) => text.includes(word))) return false;
  if (filter.categories.length > 0 && !filter.categories.includes(card.category ?? 'none')) return false;
  if (filter.due === null) return true;
  if (card.due === null) return filter.due === 'none';
  const state = dueState(card.due, now, zone);
  if (filter.due === 'overdue') return state === 'overdue';
  if (filter.due === 'today') return state !== 'later';
  if (filter.due === 'week')
    return state !== 'later' || daysBetween(dateIn(now, zone), dueDay(card.due, zone)) < 7;
  return false;
}
