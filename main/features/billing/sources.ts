import { type Agreement, agreementForTask } from '#shared/domain/agreement-match.ts';
import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import type { EntryPrice } from '#shared/domain/entry-price.ts';
import { feeOf } from '#shared/domain/retainer-cycles.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { isDue } from './draft-fees.ts';
import { createFreeRows, type WorkRow } from './free-rows.ts';
import type { FeeSource, FreeSources, HoursSource, LatePiece } from './free-sources.ts';
import { lateFinder } from './late-pieces.ts';
import { createTaskPriceRows, priceOfRow, type TaskPrice } from './price-rows.ts';
import {
  daysOf,
  gathered,
  type LinkedPiece,
  takenBy,
  timeOf,
  type WorkSource,
  withoutOver,
} from './priced-pieces.ts';
import { type BookedCycle, noneSettled, type RetainerBook, type Retainers } from './retainers.ts';
import { createSourceRows } from './source-rows.ts';
import { billedOf, type Span, spanOf } from './summed-work.ts';
import type { Tools } from './tools.ts';
import { createWorkSums } from './work-sums.ts';

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

/** A client as far as its work is priced by it. */
interface Terms {
  readonly clientId: string;
  readonly agreements: readonly Agreement[];
  /** Of tasks that have prices of their own. */
  readonly priced: ReadonlyMap<string, TaskPrice>;
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
  const sourceRows = createSourceRows(sql);
  const workSums = createWorkSums(sql, today);
  const dateOf = dateFinder();
  const taskPrices = createTaskPriceRows(sql);

  const termsOf = (clientId: string, all: readonly Agreement[] = agreements.of(clientId)): Terms => {
    return { clientId, agreements: all, priced: taskPrices(clientId) };
  };

  /** Finished tasks with what they cost and the day they were finished on. */
  function dueTasks({ clientId, agreements: all, priced }: Terms) {
    const zone = clock.zone();
    const perTask = all.some(({ kind }) => kind === 'per_task');
    const finished = perTask ? sourceRows.finishedTasks(clientId) : sourceRows.finishedPriced(clientId);
    return finished.flatMap((task) => {
      const date = dateOf(task.completedAt, task.zone ?? zone);
      const own = priced.get(task.taskId);
      const agreed = own ? null : agreementForTask(all, task.workKindId, date)?.version;
      const price = own?.price ?? agreed?.rate;
      const currency = own?.currency ?? agreed?.currency;
      return price !== undefined && currency !== undefined ? [{ ...task, date, price, currency }] : [];
    });
  }

  /** The references of days under day rates that are billed already, among those of some work. */
  function billedDays(all: readonly Agreement[], work: readonly WorkSource[]): ReadonlySet<string> {
    const { from, to } = spanOf(work.map(({ date }) => date));
    return new Set(
      all.flatMap(({ kind, id }) =>
        kind === 'day_rate'
          ? ['', 'over:'].flatMap((what) =>
              sourceRows.billedDays(`${what}${id}:${from}`, `${what}${id}:${to}`),
            )
          : [],
      ),
    );
  }

  /** @param work all free work of the client. */
  function gather(
    terms: Terms,
    work: readonly WorkSource[],
    books: readonly RetainerBook[],
    wanted: (date: string) => boolean,
  ): FreeSources {
    const now = today();
    const tasks = dueTasks(terms).filter(({ date }) => wanted(date));
    const due = new Set(tasks.map(({ taskId }) => taskId));
    const takenDays = billedDays(terms.agreements, work);
    const cycles = books.flatMap((book) => book.cycles);
    const ended = cycles.filter(
      ({ end, hours, entries }) => end < now && wanted(end) && hours === null && entries.length > 0,
    );
    const endedOf = new Map(
      ended.flatMap(({ ref, entries }) => entries.map(({ entryId }) => [entryId, ref] as const)),
    );

    const lateOf = lateFinder(sourceRows, terms.clientId, { ...terms, cycles, today: now });
    const taken: { row: WorkSource; price: EntryPrice }[] = [];
    const unpriced: WorkRow[] = [];
    const waiting: WorkRow[] = [];
    const late: LatePiece[] = [];
    const wait = (row: WorkRow, price: EntryPrice) => {
      waiting.push(row);
      const piece = lateOf(row, price);
      if (piece) late.push(piece);
    };
    for (const row of work) {
      const price = priceOfRow(row, terms.agreements, terms.priced);
      // A day is billed once, as far as it had come then.
      if (price.by === 'day' && takenDays.has(`${price.agreementId}:${row.date}`)) {
        wait(row, price);
        continue;
      }
      if (
        price.by === 'task'
          ? due.has(row.taskId ?? '')
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
      rounding(terms.clientId),
    );
    const pieces = taken.map(({ row, price }, index) => ({ row, price, seconds: billed[index] ?? 0 }));
    const ofTask = gathered(pieces, ({ row, price }) => (price.by === 'task' ? row.taskId : null));
    const ofCycle = gathered(pieces, ({ row }) => endedOf.get(row.entryId) ?? null);
    return {
      time: timeOf(pieces),
      days: daysOf(pieces).map((day) =>
        takenDays.has(`over:${day.ref}`) ? { ...day, worth: withoutOver(day.worth) } : day,
      ),
      tasks: tasks.map(({ taskId, title, price, date, currency }) => {
        return { ...takenBy(ofTask.get(taskId) ?? [], taskId, date, currency), taskId, title, price };
      }),
      fees: feesOf(cycles, now).filter(({ date }) => wanted(date)),
      hours: ended.map((cycle): HoursSource => {
        const { currency, terms: agreed } = cycle.version;
        const all = takenBy(ofCycle.get(cycle.ref) ?? [], cycle.ref, cycle.end, currency);
        return { ...all, cycle, rate: agreed.overageRate };
      }),
      unpriced,
      waiting,
      late,
    };
  }

  return {
    free(clientId, from, to) {
      const terms = termsOf(clientId);
      const work = rows.free(clientId);
      const books = retainers.opened(clientId, terms.agreements, noneSettled).withWork(work);
      return gather(terms, work, books, (date) => date >= from && date <= to);
    },
    allFree(clientId, all) {
      const terms = termsOf(clientId, all);
      const books = retainers.opened(clientId, all, noneSettled);
      const { work, span } = workSums(clientId, {
        agreements: all,
        prices: terms.priced,
        rounding: rounding(clientId),
        turns: books.turns,
      });
      const hourly = all.every(({ kind }) => kind === 'hourly') && terms.priced.size === 0;
      const free = gather(terms, work, books.withWork(work), () => true);
      return { free, span, hourly };
    },
    onLines(invoiceId, clientId) {
      const terms = termsOf(clientId);
      const own = rows.onLines(invoiceId);
      // Rounded together, as the invoice does it.
      const billed = billedSeconds(own, rounding(clientId));
      return own.map((row, index) => ({
        row,
        price: priceOfRow(row, terms.agreements, terms.priced),
        seconds: billed[index] ?? 0,
      }));
    },
  };
}

/** The fees that are due and neither billed nor written off. */
function feesOf(cycles: readonly BookedCycle[], today: string): FeeSource[] {
  return cycles.flatMap((cycle) => {
    const { currency, terms } = cycle.version;
    const date = terms.fee === 'advance' ? cycle.start : cycle.end;
    return cycle.fee === null && !cycle.feeWrittenOff && isDue(cycle, today)
      ? [{ cycle, date, ref: cycle.ref, currency, amount: feeOf(cycle) }]
      : [];
  });
}
