import { stringify } from 'csv-stringify/sync';
import { quotedCells, safeCell } from '#shared/domain/csv-cell.ts';
import { formatRunning } from '#shared/domain/duration.ts';
import { localOf } from '#shared/domain/local-time.ts';
import { decimalHours } from '#shared/domain/minutes.ts';
import { length, spanOf } from '#shared/domain/spans.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import type { Words } from '../../ports/words.ts';

const columns = [
  'date',
  'start',
  'endDate',
  'end',
  'zone',
  'client',
  'task',
  'note',
  'category',
  'workKind',
  'billable',
  'duration',
  'hours',
] as const;

/**
 * A table of entries as CSV (RFC 4180) with a byte-order mark, so that spreadsheets read it as UTF-8. Times
 * are those of the zone an entry was made in. Cells that a spreadsheet would run as a formula get an
 * apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function entriesToCsv(
  entries: readonly EntryView[],
  now: number,
  words: Words,
  kindNames: ReadonlyMap<string, string>,
): string {
  const header = columns.map((column) => words.text(`time:csv.${column}`));
  const rows = entries.map((entry) => rowOf(entry, now, words, kindNames));
  return stringify([header, ...rows], { bom: true, record_delimiter: 'windows', quoted_match: quotedCells });
}

function rowOf(
  entry: EntryView,
  now: number,
  words: Words,
  kindNames: ReadonlyMap<string, string>,
): string[] {
  const span = spanOf(entry, now);
  const start = localOf(span.from, entry.zone);
  const end = entry.endedAt === null ? { date: '', time: '' } : localOf(span.to, entry.zone);
  return [
    start.date,
    start.time,
    end.date,
    end.time,
    entry.zone,
    safeCell(entry.clientName),
    safeCell(entry.taskTitle ?? ''),
    safeCell(entry.note),
    entry.category ? words.text(`time:category.${entry.category}`) : '',
    entry.workKindId ? safeCell(kindNames.get(entry.workKindId) ?? '') : '',
    words.text(entry.billable ? 'time:csv.yes' : 'time:csv.no'),
    formatRunning(length(span)),
    decimalHours(length(span)),
  ];
}
