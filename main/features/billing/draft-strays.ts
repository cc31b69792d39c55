import { addDays } from '#shared/domain/dates.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Sql } from '../../store/open.ts';
import type { DraftWork } from './draft-work.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import { daysOf, type LinkedPiece, timeOf } from './priced-pieces.ts';
import { keptBy } from './settled-cycles.ts';

type Source = { readonly kind: string; readonly ref: string } | undefined;

/**
 * Takes work off the lines of a draft that it no longer belongs to: another rate holds for it since it became another
 * kind of work, it was moved to another day or task, or a task got a price. Work by the hour and by the day finds its
 * place on the same draft; all other is free again. Answers whether anything changed; inside the caller's transaction.
 * `pieces` are all that is on the draft.
 */
export function createStrays(sql: Sql, rows: InvoiceRows, work: DraftWork, ids: IdSource) {
  const unlink = sql.prepare('DELETE FROM invoice_line_entries WHERE id = ?');
  const settled = sql
    .prepare<[{ agreementId: string; date: string }], string>(
      `SELECT json_extract(l.detail, '$.cycleEnd') FROM invoice_line_sources s
       JOIN invoice_lines l ON l.id = s.line_id JOIN invoices i ON i.id = l.invoice_id AND i.state = 'issued'
       WHERE s.kind = 'hours' AND s.released_by IS NULL AND substr(s.ref, 1, length(s.ref) - 11) = @agreementId
         AND @date BETWEEN json_extract(l.detail, '$.cycleStart') AND json_extract(l.detail, '$.cycleEnd')`,
    )
    .pluck();

  /** Whether work of a day counts in the cycle from `start` on: its own, or the first one that no invoice has settled. */
  function reaches(agreementId: string, day: string, start: string): boolean {
    let date = day;
    while (date < start) {
      const end = settled.get({ agreementId, date });
      if (end === undefined) return false;
      date = addDays(end, 1);
    }
    return true;
  }

  /** Each day on the line that it has, or on a new one; a day that another invoice has cannot be billed again. */
  function putDays(record: InvoiceRecord, strays: readonly LinkedPiece[]): void {
    const lineOf = new Map(
      [...rows.sourcesByLine(record.id)].flatMap(([lineId, own]) =>
        own.flatMap(({ kind, ref }) => (kind === 'day' ? [[ref, lineId] as const] : [])),
      ),
    );
    const days = daysOf(strays).filter(({ currency }) => currency === record.currency);
    for (const { ref, entryIds } of days) {
      const lineId = lineOf.get(ref);
      if (lineId === undefined) continue;
      for (const entryId of entryIds) rows.insertEntry(ids.next(), lineId, record.clientId, entryId);
    }
    work.addDays(
      record,
      days.filter(({ ref }) => !lineOf.has(ref) && !rows.isTaken({ kind: 'day', ref })),
    );
  }

  return (record: InvoiceRecord, pieces: readonly LinkedPiece[]): boolean => {
    const lines = new Map(rows.lines(record.id).map((line) => [line.id, line]));
    const refs = rows.sourcesByLine(record.id);
    const strays = pieces.filter((piece) => {
      const { lineId } = piece.row;
      const line = lines.get(lineId);
      return line !== undefined && !belongs(piece, line, refs.get(lineId)?.[0], record.currency, reaches);
    });
    if (strays.length === 0) return false;
    for (const { row } of strays) unlink.run(row.linkId);
    const kept = pieces.filter((piece) => !strays.includes(piece));
    work.joinTime(
      record,
      timeOf(strays).filter(({ currency }) => currency === record.currency),
      kept,
    );
    putDays(record, strays);
    return true;
  };
}

/** Whether a piece of work is still what its line bills. Late work is on its line because somebody put it there. */
function belongs(
  { row, price }: LinkedPiece,
  line: LineRecord,
  source: Source,
  currency: string,
  reaches: (agreementId: string, day: string, start: string) => boolean,
): boolean {
  switch (line.kind) {
    case 'time':
      return price.by === 'hour' && price.rate === line.unit && price.currency === currency;
    case 'day':
      return (
        price.by === 'day' &&
        price.currency === currency &&
        source?.ref === `${price.agreementId}:${row.date}`
      );
    case 'task':
      return row.taskId === source?.ref;
    case 'hours': {
      // What was found after its own cycle was billed counts in a later one, and never in one before.
      if (source === undefined) return true;
      if (price.by !== 'cycle' || !source.ref.startsWith(`${price.agreementId}:`)) return false;
      const kept = keptBy(line.detail);
      return kept === null || (row.date <= kept.end && reaches(price.agreementId, row.date, kept.start));
    }
    default:
      return true;
  }
}
