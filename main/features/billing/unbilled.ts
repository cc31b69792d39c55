import type { Agreement } from '#shared/domain/agreement-match.ts';
import type { RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { Worth } from './content.ts';
import type { InvoiceRecord } from './invoice-rows.ts';
import { sourcesWorth, workOf } from './source-worth.ts';
import type { Sources } from './sources.ts';
import { billedOf, type Span, spanOf } from './summed-work.ts';

/** A client's work on no issued invoice: on a draft, or on none yet. */
export interface UnbilledWork extends Span {
  /** Whole seconds as they will be billed, and as they were tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  /** By the lines of its drafts; what is on none, by the lines that a draft by task would have. */
  readonly amounts: readonly Money[];
  /** Of the amounts, what is on no draft. */
  readonly free: readonly Money[];
  readonly unpricedSeconds: number;
  /** Thousandths of days, and finished tasks with a price. */
  readonly days: number;
  readonly tasks: number;
  /** Cycles of retainers whose fee is due. */
  readonly cycles: number;
  /** Tracked time that cannot be billed by itself yet: of a running cycle, or of a task that is not finished. */
  readonly waitingSeconds: number;
  /** Of it, what came when that which it belongs to was billed or written off already. */
  readonly lateSeconds: number;
}

/** A draft with what it comes to. */
export interface DraftWorth extends Worth {
  readonly record: InvoiceRecord;
}

const workKinds: readonly string[] = ['time', 'day', 'task', 'fee', 'hours'];

/** Adds up free sources and the lines of drafts that hold work. */
export function createUnbilled(
  sources: Sources,
  rounding: (clientId: string) => RoundingTerms,
): (clientId: string, agreements: readonly Agreement[], drafts: readonly DraftWorth[]) => UnbilledWork {
  const dateOf = dateFinder();
  return (clientId, agreements, drafts) => {
    const { free, span, hourly } = sources.allFree(clientId, agreements);
    const work = workOf(free);
    const lines = drafts.flatMap(({ record: { currency }, lines: all }) =>
      all.flatMap((line) => (workKinds.includes(line.kind) ? [{ ...line, currency }] : [])),
    );
    const worth = sourcesWorth(free, 'task');
    const entries = lines.flatMap((line) => line.entries);
    const unpricedSeconds = sum(free.unpriced, ({ rawSeconds }) => rawSeconds);
    // Where all is by the hour, work without a rate is work like any other, only without an amount.
    const onlyHours = hourly && lines.every(({ kind }) => kind === 'time');
    const besides = onlyHours
      ? { seconds: sum(billedOf(free.unpriced, rounding(clientId)), (one) => one), raw: unpricedSeconds }
      : { seconds: 0, raw: 0 };
    return {
      seconds: work.seconds + besides.seconds + sum(entries, ({ seconds }) => seconds),
      rawSeconds: work.rawSeconds + besides.raw + sum(entries, ({ rawSeconds }) => rawSeconds),
      amounts: totalsByCurrency([
        ...worth,
        ...lines.map(({ net: amount, currency }) => ({ amount, currency })),
      ]),
      free: worth,
      unpricedSeconds,
      waitingSeconds: sum(free.waiting, ({ rawSeconds }) => rawSeconds),
      lateSeconds: sum(free.late, ({ row }) => row.rawSeconds),
      days:
        sum(free.days, ({ worth }) => worth.days) +
        sum(lines, ({ kind, quantity }) => (kind === 'day' ? (quantity ?? 0) : 0)),
      tasks: free.tasks.length + lines.filter(({ kind }) => kind === 'task').length,
      cycles: free.fees.length + lines.filter(({ kind }) => kind === 'fee').length,
      ...spanOf([
        ...[span.from, span.to].filter((date) => date !== null),
        ...entries.map(({ startedAt, zone }) => dateOf(startedAt, zone)),
        ...[...free.tasks, ...free.fees].map(({ date }) => date),
      ]),
    };
  };
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
