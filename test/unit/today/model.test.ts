import { describe, expect, it } from 'vitest';
import { byClient, byTime, dueTasks, firstOf, horizon, upcoming } from '#renderer/features/today/model.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import type { TaskRow } from '#shared/ipc/tasks.ts';

const zone = 'Europe/Tallinn';
const now = Date.UTC(2026, 10, 25, 10, 42);
const today = '2026-11-25';

const client = (id: string, name: string) => ({ id, name, color: 1, zone: 'Europe/London' }) as ClientCard;
const clients = [client('a', 'Northwind Bakery'), client('b', 'Fjord & Co')];

function task(id: string, clientId: string, date: string, at: number | null = null): TaskRow {
  return {
    id,
    clientId,
    title: id,
    columnName: 'To do',
    columnKind: 'todo',
    due: { date, time: at === null ? null : '12:00', zone: at === null ? null : zone, at },
    category: null,
    estimateMinutes: 30,
    trackedSeconds: 0,
    runningSince: null,
    waitingOn: '',
    waitingSince: null,
  };
}

const tasks = [
  task('late', 'a', '2026-11-23'),
  task('some time today', 'a', today),
  task('by four', 'b', today, Date.UTC(2026, 10, 25, 14)),
  task('since nine', 'b', today, Date.UTC(2026, 10, 25, 7)),
  task('sunday', 'a', '2026-11-29'),
  task('next monday', 'b', '2026-11-30'),
  task('of nobody', 'gone', today),
];
const known = dueTasks(tasks, clients, now, zone, today);
const names = (group: { readonly tasks: readonly { readonly task: TaskRow }[] }) =>
  group.tasks.map((one) => one.task.id);

describe('what is due', () => {
  it('stands by client in the order of the rail, late first, with counts', () => {
    expect(known.find((one) => one.task.id === 'late')).toMatchObject({ state: 'overdue', daysLate: 2 });
    expect(
      byClient(known, clients).map((group) => [group.name, group.overdue, group.today, names(group)]),
    ).toEqual([
      ['Northwind Bakery', 1, 1, ['late', 'some time today']],
      ['Fjord & Co', 1, 1, ['since nine', 'by four']],
    ]);
  });

  it('stands by time: late, at a time, some time today', () => {
    expect(byTime(known).map((group) => [group.id, names(group)])).toEqual([
      ['overdueGroup', ['late', 'since nine']],
      ['atTimes', ['by four']],
      ['wholeDay', ['some time today']],
    ]);
  });

  it('gives the first ones of all groups, each with the count of them all', () => {
    expect(firstOf(byClient(known, clients), 3).map((group) => [group.count, names(group)])).toEqual([
      [2, ['late', 'some time today']],
      [2, ['since nine']],
    ]);
    expect(firstOf(byTime(known), 2).map((group) => [group.count, names(group)])).toEqual([
      [2, ['late', 'since nine']],
    ]);
  });

  it('goes on with the rest of the week and the next, as the week begins for the person', () => {
    const [soon, next] = upcoming(known, today, 1);
    expect(soon).toMatchObject({ from: '2026-11-26', to: '2026-11-29', estimate: 30 });
    expect(next).toMatchObject({ from: '2026-11-30', to: '2026-12-06' });
    expect(upcoming(known, today, 7).map((group) => [group.id, names(group)])).toEqual([
      ['nextWeek', ['sunday', 'next monday']],
    ]);
    expect(horizon(today, 1)).toBe('2026-12-06');
    expect(horizon(today, 7)).toBe('2026-12-05');
  });
});
