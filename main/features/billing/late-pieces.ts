import type { Agreement } from '#shared/domain/agreement-match.ts';
import type { EntryPrice } from '#shared/domain/entry-price.ts';
import type { WorkRow } from './free-rows.ts';
import type { LatePiece } from './free-sources.ts';
import type { TaskPrice } from './price-rows.ts';
import type { BookedCycle } from './retainers.ts';
import type { SourceRows } from './source-rows.ts';

/** What decides whether a client's work came too late. */
interface Known {
  readonly agreements: readonly Agreement[];
  /** Of tasks that have prices of their own. */
  readonly priced: ReadonlyMap<string, TaskPrice>;
  readonly cycles: readonly BookedCycle[];
  /** ISO date. */
  readonly today: string;
}

/**
 * Tells of work that waits why it came too late, or null where something will bill it yet: its cycle, its task once that
 * is finished, or a draft that its day is on.
 */
export function lateFinder(
  rows: SourceRows,
  clientId: string,
  { agreements, priced, cycles, today }: Known,
): (row: WorkRow, price: EntryPrice) => LatePiece | null {
  const forgiven = new Set(rows.writtenOffTasks(clientId));
  const inCycles = new Set(cycles.flatMap(({ entries }) => entries.map(({ entryId }) => entryId)));
  return (row, price) => {
    if (row.date > today) return null;
    if (price.by === 'day')
      return rows.isOnIssued('day', `${price.agreementId}:${row.date}`)
        ? { row, why: 'day', rate: price.terms.over?.rate ?? null, currency: price.currency }
        : null;
    if (price.by === 'task') {
      const why = forgiven.has(row.taskId ?? '') ? 'writtenOff' : 'task';
      if (why === 'task' && !rows.isOnIssued('task', row.taskId ?? '')) return null;
      const paid = priced.get(row.taskId ?? '') ?? price.agreed;
      return { row, why, rate: null, currency: paid?.currency ?? null };
    }
    return price.by === 'cycle' && !inCycles.has(row.entryId)
      ? { row, why: 'cycle', rate: overage(agreements, price.termsId), currency: price.currency }
      : null;
  };
}

/** What an hour beyond a retainer costs by a version of it; null where it costs nothing. */
function overage(agreements: readonly Agreement[], termsId: string): number | null {
  for (const agreement of agreements) {
    if (agreement.kind !== 'retainer') continue;
    const version = agreement.versions.find(({ id }) => id === termsId);
    if (version) return version.terms.overageRate || null;
  }
  return null;
}
