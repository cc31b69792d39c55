import { expect, it } from 'vitest';
import { todayRows } from '#renderer/app/shell/today/totals.ts';
import { MINUTE } from '#shared/domain/duration.ts';
import type { EntryView, TodayTotals } from '#shared/ipc/time.ts';

const owner = (clientId: string) =>
  ({ clientId, clientName: clientId, clientCode: 'XX', clientColor: 1 }) as const;
const totals = (closed: Readonly<Record<string, number>>): TodayTotals => ({
  date: '2026-11-25',
  zone: 'Europe/Tallinn',
  from: 0,
  to: 1_440 * MINUTE,
  targetMinutes: 420,
  clients: Object.entries(closed).map(([id, time]) => ({ ...owner(id), closed: time })),
  review: { count: 0, total: 0, today: 0, first: null },
});
const running = (clientId: string, startedAt: number): EntryView => ({
  ...owner(clientId),
  id: 'e',
  taskId: null,
  taskTitle: null,
  note: '',
  category: null,
  workKindId: null,
  startedAt,
  endedAt: null,
  zone: 'Europe/Tallinn',
  source: 'timer',
  eventKey: null,
  billable: true,
  billed: false,
});
const shown = (...asked: Parameters<typeof todayRows>) =>
  todayRows(...asked).map((row) => [row.id, row.shown / MINUTE, row.running]);

it('counts what runs to its client, and orders by what that comes to', () => {
  const today = totals({ fjord: 30 * MINUTE, north: 20 * MINUTE });
  expect(shown(today, null, 0)).toEqual([
    ['fjord', 30, false],
    ['north', 20, false],
  ]);
  expect(shown(today, running('north', 100 * MINUTE), 115 * MINUTE)).toEqual([
    ['north', 35, true],
    ['fjord', 30, false],
  ]);
});

it('shows a client that has nothing but what runs, before the totals know it', () => {
  expect(shown(totals({}), running('north', 5 * MINUTE), 6 * MINUTE)).toEqual([['north', 1, true]]);
});

it('counts of what began yesterday only what lies in today', () => {
  expect(shown(totals({}), running('north', -90 * MINUTE), 10 * MINUTE)).toEqual([['north', 10, true]]);
});

it('never counts backwards when the clock was set back', () => {
  expect(shown(totals({}), running('north', 50 * MINUTE), 40 * MINUTE)).toEqual([['north', 0, true]]);
});

it('adds up to the total of whole minutes', () => {
  const rows = todayRows(totals({ a: 90_500, b: 90_500, c: 59_000 }), null, 0);
  const sum = rows.reduce((all, row) => all + row.shown, 0);
  expect(sum).toBe(Math.floor((90_500 * 2 + 59_000) / MINUTE) * MINUTE);
});
