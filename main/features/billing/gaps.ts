import { missingCounters, type NumberedDocument } from '#shared/domain/number-series.ts';
import type { GapReport } from '#shared/ipc/billing.ts';
import type { Sql } from '../../store/open.ts';

interface Counter {
  readonly seriesId: string;
  readonly document: NumberedDocument;
  readonly period: string;
  readonly clientName: string | null;
  readonly first: number;
  readonly next: number;
}

/** Holds every counter that was ever begun against what was issued, number by number. */
export function createGapReport(sql: Sql): () => GapReport {
  const counters = sql.prepare<[], Counter>(
    `SELECT k.series_id AS seriesId, s.document, k.period, c.name AS clientName, k.first, k.next
     FROM number_counters k JOIN number_series s ON s.id = k.series_id LEFT JOIN clients c ON c.id = k.period
     ORDER BY s.document DESC, k.period`,
  );
  const issued = sql
    .prepare<[string, string], number>(
      'SELECT counter FROM invoices WHERE series_id = ? AND period = ? AND counter IS NOT NULL',
    )
    .pluck();
  return () => ({
    series: counters.all().map(({ seriesId, document, period, clientName, first, next }) => {
      const numbers = issued.all(seriesId, period);
      return {
        document,
        period: clientName ?? period,
        first,
        next,
        issued: numbers.length,
        missing: missingCounters(first, next, numbers),
      };
    }),
  });
}
