import type { Agreement } from '#shared/domain/agreement-match.ts';
import type { Sql } from '../../store/open.ts';

/**
 * Reads what was agreed for every cycle whose fee or hours an issued invoice bills, by agreement and first day, as text
 * to be compared. What a credit note has given back does not count.
 */
export function createBilledTerms(sql: Sql, of: (clientId: string) => Agreement[]) {
  const billed = sql
    .prepare<[string], string>(
      `SELECT DISTINCT s.ref FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
       JOIN invoices i ON i.id = l.invoice_id
       WHERE s.client_id = ? AND s.released_by IS NULL AND s.kind IN ('fee', 'hours') AND i.state = 'issued'`,
    )
    .pluck();

  return (clientId: string): ReadonlyMap<string, string> => {
    const refs = billed.all(clientId);
    if (refs.length === 0) return new Map();
    const agreements = new Map(of(clientId).map((one) => [one.id, one]));
    return new Map(
      refs.map((ref) => {
        const { versions = [] } = agreements.get(ref.slice(0, -11)) ?? {};
        const start = ref.slice(-10);
        const version = versions.findLast(({ validFrom }) => validFrom <= start) ?? versions[0];
        return [ref, JSON.stringify(version && [version.rate, version.currency, version.terms])];
      }),
    );
  };
}

/** Whether something that was billed would now have been billed on other terms. */
export function restsElsewhere(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): boolean {
  return [...before].some(([ref, terms]) => after.get(ref) !== terms);
}
