import { agreementForTask } from '#shared/domain/agreement-match.ts';
import type { TermsOf } from '#shared/domain/agreement-terms.ts';
import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { type DayWorth, dayWorth } from '#shared/domain/day-rate.ts';
import { type EntryPrice, entryPrice } from '#shared/domain/entry-price.ts';
import type { WorkItem } from '#shared/domain/invoice-grouping.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { createFreeRows, type WorkRow } from './free-rows.ts';
import { createTaskPriceRows, frozenOf } from './price-rows.ts';
import type { BookedCycle, RetainerBook } from './retainers.ts';
import type { Tools } from './tools.ts';

export type TimeSource = WorkItem & { readonly currency: string };

/** Work that one source takes along. */
interface Taken {
  readonly entryIds: readonly string[];
  /** As billed, and as tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly currency: string;
  /** ISO date by which it belongs to a period. */
  readonly date: string;
  readonly ref: string;
}

export interface DaySource extends Taken {
  /** Minor units per day. */
  readonly rate: number;
  readonly terms: TermsOf<'day_rate'>;
  readonly worth: DayWorth;
}

export interface TaskSource extends Taken {
  readonly taskId: string;
  readonly title: string;
  readonly price: number;
}

export interface FeeSource {
  readonly cycle: BookedCycle;
  readonly date: string;
  readonly ref: string;
  readonly currency: string;
  readonly amount: number;
}

export interface HoursSource extends Taken {
  readonly cycle: BookedCycle;
  /** Minor units per hour for what went over. */
  readonly rate: number;
}

/** Everything of a client that can go on an invoice, and what of its work cannot yet. */
export interface FreeSources {
  readonly time: readonly TimeSource[];
  readonly days: readonly DaySource[];
  readonly tasks: readonly TaskSource[];
  readonly fees: readonly FeeSource[];
  readonly hours: readonly HoursSource[];
  /** Work of days for which nothing was agreed. */
  readonly unpriced: readonly WorkRow[];
  /**
   * Work in a running cycle, on a task that is not finished, beside tasks with prices, or of a day that is on an invoice
   * already: nothing to bill by itself.
   */
  readonly waiting: readonly WorkRow[];
}

interface TaskRow {
  readonly taskId: string;
  readonly title: string;
  readonly workKindId: string | null;
  readonly completedAt: number;
}

export interface Sources {
  /**
   * What is free from `from` to `to` (ISO dates): work by its day, tasks by when they were finished, fees by when they
   * fall due, the hours of a retainer by the end of their cycle. On no live line, not written off.
   */
  free(clientId: string, from: string, to: string): FreeSources;
  /** The work on the lines by the hour of a draft, priced anew, to be gathered in another way; null without a price. */
  onTimeLines(invoiceId: string, clientId: string): TimeSource[] | null;
  /** The days on a draft, with what they come to by the work that is on them now. */
  onDayLines(invoiceId: string, clientId: string): DaySource[];
}

/** Gathers what can be billed, over the database. Amounts are in minor units, time in whole seconds. */
export function createSources(
  sql: Sql,
  agreements: Agreements,
  retainers: (clientId: string) => RetainerBook[],
  rounding: (clientId: string) => RoundingTerms,
  { clock, today }: Pick<Tools, 'clock' | 'today'>,
): Sources {
  const rows = createFreeRows(sql);
  const taskPrices = createTaskPriceRows(sql);
  const finished = sql.prepare<[string], TaskRow>(
    `SELECT t.id AS taskId, t.title, t.work_kind_id AS workKindId, t.completed_at AS completedAt FROM tasks t
     WHERE t.client_id = ? AND t.completed_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM invoice_line_sources s
         WHERE s.kind = 'task' AND s.ref = t.id AND s.released_by IS NULL)
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.task_id = t.id)
     ORDER BY t.completed_at, t.id`,
  );

  const billedDays = sql
    .prepare<[string], string>(
      `SELECT ref FROM invoice_line_sources WHERE client_id = ? AND kind = 'day' AND released_by IS NULL`,
    )
    .pluck();

  const writtenOffTasks = sql
    .prepare<[string], string>('SELECT task_id FROM write_offs WHERE client_id = ? AND task_id IS NOT NULL')
    .pluck();

  return {
    free(clientId, from, to) {
      const wanted = (date: string) => date >= from && date <= to;
      const all = agreements.of(clientId);
      const priced = taskPrices(clientId);
      const perTask = priced.size > 0 || all.some(({ kind }) => kind === 'per_task');

      const dueTasks = (perTask ? finished.all(clientId) : []).flatMap((task) => {
        const date = dateOf(task.completedAt, clock.zone());
        const own = priced.get(task.taskId);
        const agreed = own ? null : agreementForTask(all, task.workKindId, date)?.version;
        const price = own?.price ?? agreed?.rate;
        const currency = own?.currency ?? agreed?.currency;
        return price !== undefined && currency !== undefined && wanted(date)
          ? [{ ...task, date, price, currency }]
          : [];
      });
      const takenDays = new Set(billedDays.all(clientId));
      const forgiven = new Set(writtenOffTasks.all(clientId));
      const due = new Set(dueTasks.map(({ taskId }) => taskId));
      const cycles = retainers(clientId).flatMap((book) => book.cycles);
      const ended = cycles.filter(
        ({ end, hours, entries }) => end < today() && wanted(end) && hours === null && entries.length > 0,
      );
      const inEnded = new Set(ended.flatMap(({ entries }) => entries.map(({ entryId }) => entryId)));

      const taken: { row: WorkRow; price: EntryPrice }[] = [];
      const unpriced: WorkRow[] = [];
      const waiting: WorkRow[] = [];
      for (const row of rows.free(clientId)) {
        const { taskId, taskKindId } = row;
        const task = taskId === null ? null : { workKindId: taskKindId, priced: priced.has(taskId) };
        const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, all);
        if (price.by === 'task' && forgiven.has(taskId ?? '')) continue;
        // A day is billed once, as far as it had come then.
        if (price.by === 'day' && takenDays.has(`${price.agreementId}:${row.date}`)) {
          waiting.push(row);
          continue;
        }
        if (
          price.by === 'task'
            ? due.has(taskId ?? '')
            : price.by === 'cycle'
              ? inEnded.has(row.entryId)
              : wanted(row.date)
        ) {
          if (price.by !== 'none') taken.push({ row, price });
          else (price.besideTasks ? waiting : unpriced).push(row);
        } else if (price.by === 'task' || price.by === 'cycle') waiting.push(row);
      }

      // Rounded together, as they would be on one invoice.
      const billed = billedSeconds(
        taken.map(({ row }) => row),
        rounding(clientId),
      );
      const pieces = taken.map((piece, index) => ({ ...piece, seconds: billed[index] ?? 0 }));
      return {
        time: pieces.flatMap(({ row, price, seconds }) =>
          price.by === 'hour' ? [{ ...row, seconds, rate: price.rate, currency: price.currency }] : [],
        ),
        days: daysOf(pieces),
        tasks: dueTasks.map(({ taskId, title, price, date, currency }) => {
          const own = pieces.filter((piece) => piece.price.by === 'task' && piece.row.taskId === taskId);
          return { ...takenBy(own, taskId, date, currency), taskId, title, price };
        }),
        fees: cycles.flatMap((cycle) => {
          const { rate: amount, currency, terms } = cycle.version;
          const date = terms.fee === 'advance' ? cycle.start : cycle.end;
          const falls = terms.fee === 'advance' || cycle.end < today();
          return cycle.fee === null && !cycle.feeWrittenOff && falls && wanted(date)
            ? [{ cycle, date, ref: cycle.ref, currency, amount }]
            : [];
        }),
        hours: ended.map((cycle) => {
          const entries = new Set(cycle.entries.map(({ entryId }) => entryId));
          const own = pieces.filter(({ row }) => entries.has(row.entryId));
          const { currency, terms } = cycle.version;
          return { ...takenBy(own, cycle.ref, cycle.end, currency), cycle, rate: terms.overageRate };
        }),
        unpriced,
        waiting,
      };
    },
    onDayLines(invoiceId, clientId) {
      const all = agreements.of(clientId);
      const own = rows.ofLines(invoiceId, 'day');
      const billed = billedSeconds(own, rounding(clientId));
      return daysOf(
        own.map((row, index) => ({
          row,
          price: entryPrice({ ...row, task: null, frozen: frozenOf(row) }, all),
          seconds: billed[index] ?? 0,
        })),
      );
    },
    onTimeLines(invoiceId, clientId) {
      const all = agreements.of(clientId);
      const own = rows.ofLines(invoiceId, 'time');
      const billed = billedSeconds(own, rounding(clientId));
      const items = own.map((row, index): TimeSource | null => {
        const price = entryPrice({ ...row, task: null, frozen: frozenOf(row) }, all);
        const seconds = billed[index] ?? 0;
        return price.by === 'hour' ? { ...row, seconds, rate: price.rate, currency: price.currency } : null;
      });
      return items.some((item) => item === null) ? null : items.filter((item) => item !== null);
    },
  };
}

interface Piece {
  readonly row: WorkRow;
  readonly price: EntryPrice;
  readonly seconds: number;
}

function takenBy(own: readonly Piece[], ref: string, date: string, currency: string): Taken {
  return {
    entryIds: own.map(({ row }) => row.entryId),
    seconds: own.reduce((total, { seconds }) => total + seconds, 0),
    rawSeconds: own.reduce((total, { row }) => total + row.rawSeconds, 0),
    ref,
    date,
    currency,
  };
}

/** The days under day rates; a day is priced as the first of its work that has a price of its own, or as agreed. */
function daysOf(pieces: readonly Piece[]): DaySource[] {
  const days = new Map<string, Piece[]>();
  for (const piece of pieces) {
    if (piece.price.by !== 'day') continue;
    const ref = `${piece.price.agreementId}:${piece.row.date}`;
    days.set(ref, [...(days.get(ref) ?? []), piece]);
  }
  return [...days].flatMap(([ref, own]) => {
    const { price, row } = own.find((piece) => piece.row.priceTermsId !== null) ?? (own[0] as Piece);
    if (price.by !== 'day') return [];
    const { rate, terms, currency } = price;
    const all = takenBy(own, ref, row.date, currency);
    return [{ ...all, rate, terms, worth: dayWorth(all.seconds, rate, terms, currency) }];
  });
}
