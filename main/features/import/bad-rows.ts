import { stringify } from 'csv-stringify/sync';
import type { NoticedRow } from '#shared/ipc/import.ts';
import type { Words } from '../../ports/words.ts';

/** The rows that could not be read as a table of line and reason. */
export function badRowsCsv(rows: readonly NoticedRow[], words: Words): string {
  const header = [words.text('import:bad.line'), words.text('import:bad.reason')];
  const lines = rows.map(({ line, reason }) => [String(line), words.text(`import:reasons.${reason}`)]);
  return stringify([header, ...lines], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
