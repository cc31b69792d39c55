import { dateFinder } from './date-finder.ts';
import type { SnapshotLine } from './invoice-snapshot.ts';

/** First and last day, ISO dates. */
export interface ServicePeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * When what stands on these lines was done: from the first to the last day of their work, each in the zone it was done
 * in, and of cycles their days. Null where no line says it.
 */
export function servicePeriod(
  lines: readonly Pick<SnapshotLine, 'entries' | 'sources' | 'detail'>[],
): ServicePeriod | null {
  const dateOf = dateFinder();
  const dates = lines.flatMap(({ entries, sources, detail }) => [
    ...entries.map(({ startedAt, zone }) => dateOf(startedAt, zone)),
    ...sources.flatMap(({ kind, ref }) => (kind === 'day' ? [ref.slice(-10)] : [])),
    ...[detail?.cycleStart, detail?.cycleEnd].filter((date) => typeof date === 'string'),
  ]);
  const [from] = dates.sort();
  const to = dates.at(-1);
  return from !== undefined && to !== undefined ? { from, to } : null;
}
