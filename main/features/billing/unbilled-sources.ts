import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { Sql } from '../../store/open.ts';
import type { Content } from './content.ts';
import { sourcesWorth, workOf } from './source-worth.ts';
import type { Sources } from './sources.ts';

/** What of a client is on no issued invoice, where more than hours at a rate is agreed. */
export interface UnbilledSources {
  /** Whole seconds as they will be billed, and as tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly amounts: readonly Money[];
  readonly unpricedSeconds: number;
  /** Thousandths of days, and finished tasks with a price. */
  readonly days: number;
  readonly tasks: number;
  /** Tracked time that cannot be billed by itself yet: of a running cycle, or of a task that is not finished. */
  readonly waitingSeconds: number;
  /** ISO dates of what has no tracked time behind it. */
  readonly dates: readonly string[];
}

const workKinds: readonly string[] = ['time', 'day', 'task', 'fee', 'hours'];

/** Adds up free sources and the lines of drafts that hold work. */
export function createUnbilledSources(
  sql: Sql,
  sources: Sources,
  content: Content,
): (clientId: string) => UnbilledSources {
  const drafts = sql
    .prepare<[string], string>(
      `SELECT id FROM invoices WHERE client_id = ? AND state = 'draft' AND kind = 'invoice'`,
    )
    .pluck();
  return (clientId) => {
    const free = sources.free(clientId, '0000-01-01', '9999-12-31');
    const work = workOf(free);
    const lines = drafts.all(clientId).flatMap((id) => {
      const record = content.record(id);
      const own = content.snapshot(record, null).lines.filter(({ kind }) => workKinds.includes(kind));
      return own.map((line) => ({ ...line, currency: record.currency }));
    });
    const entries = lines.flatMap((line) => line.entries);
    const sum = (rows: readonly { readonly rawSeconds: number }[]) =>
      rows.reduce((total, { rawSeconds }) => total + rawSeconds, 0);
    return {
      seconds: work.seconds + entries.reduce((total, { seconds }) => total + seconds, 0),
      rawSeconds: work.rawSeconds + sum(entries),
      amounts: totalsByCurrency([
        ...sourcesWorth(free, 'task'),
        ...lines.map(({ net: amount, currency }) => ({ amount, currency })),
      ]),
      unpricedSeconds: sum(free.unpriced),
      waitingSeconds: sum(free.waiting),
      days:
        free.days.reduce((total, { worth }) => total + worth.days, 0) +
        lines.reduce((total, { kind, quantity }) => total + (kind === 'day' ? (quantity ?? 0) : 0), 0),
      tasks: free.tasks.length + lines.filter(({ kind }) => kind === 'task').length,
      dates: [...free.tasks, ...free.fees].map(({ date }) => date),
    };
  };
}
