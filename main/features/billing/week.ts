import { startOfDay } from '#shared/domain/dates.ts';
import { bookedBy, leftToSell } from '#shared/domain/left-to-sell.ts';
import { addDays, weekDates } from '#shared/domain/time.ts';
import type { ClientWeekView, WeekView } from '#shared/ipc/billing-rates.ts';
import type { Sql } from '../../store/open.ts';
import type { RetainerBook, Retainers } from './retainers.ts';
import type { Tools } from './tools.ts';

interface ClientRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  readonly weeklyMinutes: number | null;
  readonly retained: 0 | 1;
}

/** Reads what of this week is tracked and booked, in whole seconds of the person's own days; a running timer counts. */
export function createWeek(
  sql: Sql,
  retainers: Retainers,
  { clock, today, settings }: Pick<Tools, 'clock' | 'today' | 'settings'>,
): () => WeekView {
  const clients = sql.prepare<[], ClientRow>(
    `SELECT c.id AS clientId, c.name AS clientName, c.color, r.weekly_minutes AS weeklyMinutes,
       EXISTS (SELECT 1 FROM agreements a WHERE a.client_id = c.id AND a.kind = 'retainer') AS retained
     FROM clients c LEFT JOIN time_terms r ON r.id = c.id WHERE c.archived_at IS NULL ORDER BY c.name COLLATE NOCASE`,
  );
  const tracked = sql.prepare<
    { from: number; to: number; now: number },
    { clientId: string; seconds: number }
  >(
    // A bound number is a real one, and would leave parts of a second.
    `SELECT client_id AS clientId,
       sum((coalesce(ended_at, max(started_at, CAST(@now AS INTEGER))) - started_at) / 1000) AS seconds
     FROM time_entries WHERE started_at >= @from AND started_at < @to GROUP BY client_id`,
  );
  const estimates = sql.prepare<[string, number], { clientId: string; seconds: number }>(
    `SELECT t.client_id AS clientId, sum(max(0, t.estimate_minutes * 60 - coalesce((
       SELECT sum((coalesce(e.ended_at, e.started_at) - e.started_at) / 1000) FROM time_entries e
       WHERE e.task_id = t.id), 0))) AS seconds
     FROM tasks t WHERE t.due_date <= ? AND t.completed_at IS NULL AND t.estimate_minutes IS NOT NULL
       AND (t.due_at IS NULL OR t.due_at < ?) GROUP BY t.client_id`,
  );

  return () => {
    const day = today();
    const zone = clock.zone();
    const dates = weekDates(day, settings.get('weekStart'));
    const [from = day, to = day] = [dates[0], dates[6]];
    const days = settings.get('workDays');
    const now = clock.now();
    const end = startOfDay(addDays(to, 1), zone);
    const secondsIn = (since: number, until: number) =>
      new Map(tracked.all({ from: since, to: until, now }).map((row) => [row.clientId, row.seconds]));
    const inWeek = secondsIn(startOfDay(from, zone), end);
    const onDay = secondsIn(startOfDay(day, zone), startOfDay(addDays(day, 1), zone));
    const due = new Map(estimates.all(to, end).map((row) => [row.clientId, row.seconds]));
    const rows = clients
      .all()
      .map(({ clientId, clientName, color, weeklyMinutes, retained }): ClientWeekView => {
        const own = {
          tracked: inWeek.get(clientId) ?? 0,
          contracted: weeklyMinutes === null ? null : weeklyMinutes * 60,
          cycles: retained === 0 ? [] : runningCycles(retainers.of(clientId, isLast), day),
          tasks: due.get(clientId) ?? 0,
        };
        return { clientId, clientName, color, tracked: own.tracked, ...bookedBy(own, day, to, days) };
      });
    const booked = rows.reduce((sum, row) => sum + row.booked, 0);
    const target = settings.get('dayTargetMinutes') * 60;
    const left = leftToSell({ target, days, trackedToday: total(onDay), booked }, day, from, to);
    return {
      from,
      to,
      tracked: total(inWeek),
      booked,
      ...left,
      clients: rows
        .filter((row) => row.tracked > 0 || row.booked > 0)
        .sort((a, b) => b.booked - a.booked || b.tracked - a.tracked),
    };
  };
}

const isLast = (_: unknown, index: number, cycles: readonly unknown[]) => index === cycles.length - 1;

function runningCycles(books: readonly RetainerBook[], day: string) {
  return books.flatMap(({ cycles }) => {
    const last = cycles.at(-1);
    return last && last.start <= day && last.end >= day ? [{ left: last.ledger.left, end: last.end }] : [];
  });
}

function total(seconds: ReadonlyMap<string, number>): number {
  return [...seconds.values()].reduce((sum, one) => sum + one, 0);
}
