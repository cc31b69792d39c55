import { type Agreement, agreementForTask } from '#shared/domain/agreement-match.ts';
import type { TermsOf } from '#shared/domain/agreement-terms.ts';
import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { type DayWorth, dayWorth } from '#shared/domain/day-rate.ts';
import { type EntryPrice, entryPrice } from '#shared/domain/entry-price.ts';
import type { WorkItem } from '#shared/domain/invoice-grouping.ts';
import { feeOf } from '#shared/domain/retainer-cycles.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { isDue } from './draft-fees.ts';
import { createFreeRows, type LinkedRow, type WorkRow } from './free-rows.ts';
import { createTaskPriceRows, frozenOf, type TaskPrice } from './price-rows.ts';
import { type BookedCycle, noneSettled, type RetainerBook, type Retainers } from './retainers.ts';
import { billedOf, type Span, spanOf, type WorkSum } from './summed-work.ts';
import { zoneOfTask } from './task-zone.ts';
import type { Tools } from './tools.ts';
import { createWorkSums } from './work-sums.ts';

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

/** Work that was found when what it belongs to was billed or written off already. */
export interface LatePiece {
  readonly row: WorkRow;
  readonly why: 'cycle' | 'day' | 'task' | 'writtenOff';
  /** Minor units per hour, where something was agreed for what goes beyond; else null. */
  readonly rate: number | null;
  /** Null for that of the client. */
  readonly currency: string | null;
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
   * Work in a running cycle, on a task that is not finished or was written off before, beside tasks with prices, or of a
   * day that is on an invoice already: nothing to bill by itself.
   */
  readonly waiting: readonly WorkRow[];
  /** Of what waits, that which nothing will ever bill by itself. */
  readonly late: readonly LatePiece[];
}

interface TaskRow {
  readonly taskId: string;
  readonly title: string;
  readonly workKindId: string | null;
  readonly completedAt: number;
  readonly zone: string | null;
}

interface AllFree {
  readonly free: FreeSources;
  /** Of all work that is on no line, whatever it is billed by. */
  readonly span: Span;
  /** Nothing but work by the hour is agreed, and no task has a price. */
  readonly hourly: boolean;
}

export interface Sources {
  /**
   * What is free from `from` to `to` (ISO dates): work by its day, tasks by when they were finished, fees by when they
   * fall due, the hours of a retainer by the end of their cycle. On no live line, not written off.
   */
  free(clientId: string, from: string, to: string): FreeSources;
  /** All of it, to be added up: titles of tasks are not read. */
  allFree(clientId: string, agreements: readonly Agreement[]): AllFree;
  /** The work on the lines of a draft, with what it costs now. */
  onLines(invoiceId: string, clientId: string): LinkedPiece[];
}

/** Gathers what can be billed, over the database. Amounts are in minor units, time in whole seconds. */
export function createSources(
  sql: Sql,
  agreements: Agreements,
  retainers: Retainers,
  rounding: (clientId: string) => RoundingTerms,
  { clock, today }: Pick<Tools, 'clock' | 'today'>,
): Sources {
  const rows = createFreeRows(sql);
  const workSums = createWorkSums(sql, today);
  const dateOf = dateFinder();
  const taskPrices = createTaskPriceRows(sql);
  const finished = (from: string) =>
    sql.prepare<[string], TaskRow>(
      `SELECT t.id AS taskId, t.title, t.work_kind_id AS workKindId, t.completed_at AS completedAt,
         ${zoneOfTask} AS zone FROM ${from} AND t.completed_at IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM invoice_line_sources s
           WHERE s.kind = 'task' AND s.ref = t.id AND s.released_by IS NULL)
         AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.task_id = t.id)
       ORDER BY t.completed_at, t.id`,
    );
  const finishedTasks = finished('tasks t WHERE t.client_id = ?');
  const finishedPriced = finished('task_prices p CROSS JOIN tasks t ON t.id = p.id WHERE p.client_id = ?');

  const billedDays = sql
    .prepare<[string, string], string>(
      `SELECT ref FROM invoice_line_sources WHERE kind = 'day' AND ref BETWEEN ? AND ? AND released_by IS NULL`,
    )
    .pluck();

  const onIssued = sql.prepare<['day' | 'task', string]>(
    `SELECT 1 FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
     JOIN invoices i ON i.id = l.invoice_id AND i.state = 'issued'
     WHERE s.kind = ? AND s.ref = ? AND s.released_by IS NULL`,
  );

  const writtenOffTasks = sql
    .prepare<[string], string>('SELECT task_id FROM write_offs WHERE client_id = ? AND task_id IS NOT NULL')
    .pluck();

  /** @param work all free work of the client. */
  function gather(
    clientId: string,
    all: readonly Agreement[],
    priced: ReadonlyMap<string, TaskPrice>,
    work: readonly WorkSource[],
    books: readonly RetainerBook[],
    wanted: (date: string) => boolean,
  ): FreeSources {
    const zone = clock.zone();
    const perTask = all.some(({ kind }) => kind === 'per_task');

    const dueTasks = (perTask ? finishedTasks : finishedPriced).all(clientId).flatMap((task) => {
      const date = dateOf(task.completedAt, task.zone ?? zone);
      const own = priced.get(task.taskId);
      const agreed = own ? null : agreementForTask(all, task.workKindId, date)?.version;
      const price = own?.price ?? agreed?.rate;
      const currency = own?.currency ?? agreed?.currency;
      return price !== undefined && currency !== undefined && wanted(date)
        ? [{ ...task, date, price, currency }]
        : [];
    });
    const { from, to } = spanOf(work.map(({ date }) => date));
    const takenDays = new Set(
      all.flatMap(({ kind, id }) =>
        kind === 'day_rate'
          ? ['', 'over:'].flatMap((what) => billedDays.all(`${what}${id}:${from}`, `${what}${id}:${to}`))
          : [],
      ),
    );
    const forgiven = new Set(writtenOffTasks.all(clientId));
    const due = new Set(dueTasks.map(({ taskId }) => taskId));
    const cycles = books.flatMap((book) => book.cycles);
    const now = today();
    const ended = cycles.filter(
      ({ end, hours, entries }) => end < now && wanted(end) && hours === null && entries.length > 0,
    );
    const endedOf = new Map(
      ended.flatMap(({ ref, entries }) => entries.map(({ entryId }) => [entryId, ref] as const)),
    );

    const inCycles = new Set(cycles.flatMap(({ entries }) => entries.map(({ entryId }) => entryId)));
    const late: LatePiece[] = [];
    const wait = (row: WorkRow, price: EntryPrice) => {
      waiting.push(row);
      if (row.date > now) return;
      if (price.by === 'day' && onIssued.get('day', `${price.agreementId}:${row.date}`))
        late.push({ row, why: 'day', rate: price.terms.over?.rate ?? null, currency: price.currency });
      else if (price.by === 'task') {
        const why = forgiven.has(row.taskId ?? '') ? 'writtenOff' : 'task';
        const paid = priced.get(row.taskId ?? '') ?? price.agreed;
        if (why === 'writtenOff' || onIssued.get('task', row.taskId ?? ''))
          late.push({ row, why, rate: null, currency: paid?.currency ?? null });
      } else if (price.by === 'cycle' && !inCycles.has(row.entryId))
        late.push({ row, why: 'cycle', rate: overage(all, price.termsId), currency: price.currency });
    };

    const taken: { row: WorkSource; price: EntryPrice }[] = [];
    const unpriced: WorkRow[] = [];
    const waiting: WorkRow[] = [];
    for (const row of work) {
      const { taskId, taskKindId } = row;
      const task = taskId === null ? null : { workKindId: taskKindId, priced: priced.has(taskId) };
      const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, all);
      // A day is billed once, as far as it had come then.
      if (price.by === 'day' && takenDays.has(`${price.agreementId}:${row.date}`)) {
        wait(row, price);
        continue;
      }
      if (
        price.by === 'task'
          ? due.has(taskId ?? '')
          : price.by === 'cycle'
            ? endedOf.has(row.entryId)
            : wanted(row.date)
      ) {
        if (price.by !== 'none') taken.push({ row, price });
        else (price.besideTasks ? waiting : unpriced).push(row);
      } else if (price.by === 'task' || price.by === 'cycle') wait(row, price);
    }

    // Rounded together, as they would be on one invoice.
    const billed = billedOf(
      taken.map(({ row }) => row),
      rounding(clientId),
    );
    const pieces = taken.map(({ row, price }, index) => ({ row, price, seconds: billed[index] ?? 0 }));
    const ofTask = gathered(pieces, ({ row, price }) => (price.by === 'task' ? row.taskId : null));
    const ofCycle = gathered(pieces, ({ row }) => endedOf.get(row.entryId) ?? null);
    return {
      time: timeOf(pieces),
      days: daysOf(pieces).map((day) =>
        takenDays.has(`over:${day.ref}`) ? { ...day, worth: withoutOver(day.worth) } : day,
      ),
      tasks: dueTasks.map(({ taskId, title, price, date, currency }) => {
        return { ...takenBy(ofTask.get(taskId) ?? [], taskId, date, currency), taskId, title, price };
      }),
      fees: cycles.flatMap((cycle) => {
        const { currency, terms } = cycle.version;
        const amount = feeOf(cycle);
        const date = terms.fee === 'advance' ? cycle.start : cycle.end;
        return cycle.fee === null && !cycle.feeWrittenOff && isDue(cycle, now) && wanted(date)
          ? [{ cycle, date, ref: cycle.ref, currency, amount }]
          : [];
      }),
      hours: ended.map((cycle) => {
        const { currency, terms } = cycle.version;
        return {
          ...takenBy(ofCycle.get(cycle.ref) ?? [], cycle.ref, cycle.end, currency),
          cycle,
          rate: terms.overageRate,
        };
      }),
      unpriced,
      waiting,
      late,
    };
  }

  return {
    free(clientId, from, to) {
      const all = agreements.of(clientId);
      const work = rows.free(clientId);
      const books = retainers.opened(clientId, all, noneSettled).withWork(work);
      const wanted = (date: string) => date >= from && date <= to;
      return gather(clientId, all, taskPrices(clientId), work, books, wanted);
    },
    allFree(clientId, all) {
      const books = retainers.opened(clientId, all, noneSettled);
      const priced = taskPrices(clientId);
      const { work, span } = workSums(clientId, {
        agreements: all,
        prices: priced,
        rounding: rounding(clientId),
        turns: books.turns,
      });
      const hourly = all.every(({ kind }) => kind === 'hourly') && priced.size === 0;
      const free = gather(clientId, all, priced, work, books.withWork(work), () => true);
      return { free, span, hourly };
    },
    onLines(invoiceId, clientId) {
      const all = agreements.of(clientId);
      const priced = taskPrices(clientId);
      const own = rows.onLines(invoiceId);
      // Rounded together, as the invoice does it.
      const billed = billedSeconds(own, rounding(clientId));
      return own.map((row, index) => {
        const { taskId, taskKindId } = row;
        const task = taskId === null ? null : { workKindId: taskKindId, priced: priced.has(taskId) };
        const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, all);
        return { row, price, seconds: billed[index] ?? 0 };
      });
    },
  };
}

/** One piece of work, or some that are added up already. */
type WorkSource = WorkRow & Partial<WorkSum>;

/** What an hour beyond a retainer costs by a version of it; null where it costs nothing. */
function overage(agreements: readonly Agreement[], termsId: string): number | null {
  for (const agreement of agreements) {
    if (agreement.kind !== 'retainer') continue;
    const version = agreement.versions.find(({ id }) => id === termsId);
    if (version) return version.terms.overageRate || null;
  }
  return null;
}

export interface Piece {
  readonly row: WorkSource;
  readonly price: EntryPrice;
  /** As billed. */
  readonly seconds: number;
}

export type LinkedPiece = Piece & { readonly row: LinkedRow };

/** The pieces that are priced by the hour, as lines gather them. */
export function timeOf(pieces: readonly Piece[]): TimeSource[] {
  return pieces.flatMap(({ row, price, seconds }) =>
    price.by === 'hour' ? [{ ...row, seconds, rate: price.rate, currency: price.currency }] : [],
  );
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

/** Pieces by what `keyOf` says, in their order; without those for which it says null. */
function gathered(pieces: readonly Piece[], keyOf: (piece: Piece) => string | null): Map<string, Piece[]> {
  const groups = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return groups;
}

function earlier(a: WorkRow, b: WorkRow): number {
  return a.startedAt - b.startedAt || (a.entryId < b.entryId ? -1 : 1);
}

/** A credit note can give a day back, while what went beyond it stays billed. */
function withoutOver(worth: DayWorth): DayWorth {
  return { ...worth, overSeconds: 0, overNet: 0, net: worth.dayNet };
}

/** The days under day rates; a day is priced as the first of its work that has a price of its own, or as agreed. */
export function daysOf(pieces: readonly Piece[]): DaySource[] {
  const days = gathered(pieces, ({ row, price }) =>
    price.by === 'day' ? `${price.agreementId}:${row.date}` : null,
  );
  return [...days].flatMap(([ref, own]) => {
    const ordered = own.toSorted((a, b) => earlier(a.row, b.row));
    const { price, row } = ordered.find((piece) => piece.row.priceTermsId !== null) ?? (ordered[0] as Piece);
    if (price.by !== 'day') return [];
    const { rate, terms, currency } = price;
    const all = takenBy(own, ref, row.date, currency);
    return [{ ...all, rate, terms, worth: dayWorth(all.seconds, rate, terms, currency) }];
  });
}
