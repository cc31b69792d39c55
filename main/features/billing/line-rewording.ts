import { groupWork } from '#shared/domain/invoice-grouping.ts';
import type { Sql } from '../../store/open.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import type { LineTexts } from './line-texts.ts';
import { daysOf, type LinkedPiece, timeOf } from './priced-pieces.ts';
import { noneSettled, type Retainers } from './retainers.ts';
import type { Sources } from './sources.ts';

/**
 * Says the lines of a draft anew in the language it has now, inside the caller's transaction. Words that somebody
 * typed, titles of tasks and texts of expenses stay.
 */
export function createRewording(
  sql: Sql,
  rows: InvoiceRows,
  sources: Sources,
  retainers: Retainers,
  texts: LineTexts,
): (record: InvoiceRecord) => void {
  const say = sql.prepare('UPDATE invoice_lines SET text = ? WHERE id = ? AND typed = 0');

  return (record) => {
    const pieces = new Map<string, LinkedPiece[]>();
    for (const piece of sources.onLines(record.id, record.clientId)) {
      const { lineId } = piece.row;
      pieces.set(lineId, [...(pieces.get(lineId) ?? []), piece]);
    }
    const days = new Map(daysOf([...pieces.values()].flat()).map((day) => [day.ref, day]));
    const cycles = new Map(
      retainers
        .of(record.clientId, noneSettled)
        .flatMap((book) => book.cycles.map((cycle) => [cycle.ref, cycle] as const)),
    );
    const refs = rows.sourcesByLine(record.id);
    const timed = rows.lines(record.id).filter(({ kind }) => kind === 'time');
    const gathered = timed.filter(({ ownTax }) => ownTax === 0);
    // A line with a tax of its own is gathered with no other.
    const apart = timed.filter(({ ownTax }) => ownTax === 1).map((line) => [line]);
    const groupOf = new Map(
      [gathered, ...apart]
        .flatMap((lines) => {
          const own = lines.flatMap(({ id }) => pieces.get(id) ?? []);
          return groupWork(timeOf(own), record.grouping);
        })
        .flatMap((group) => group.entryIds.map((id) => [id, group] as const)),
    );

    function textOf(line: LineRecord): string | undefined {
      const [source] = refs.get(line.id) ?? [];
      if (line.kind === 'discount') return texts.discount(record);
      if (line.kind === 'time') {
        const group = groupOf.get(pieces.get(line.id)?.[0]?.row.entryId ?? '');
        return group && texts.work(record, group);
      }
      if (source?.kind === 'day') {
        const beyond = source.ref.startsWith('over:');
        const day = days.get(beyond ? source.ref.slice('over:'.length) : source.ref);
        return day && (beyond ? texts.over(record, day) : texts.day(record, day));
      }
      const cycle = source && cycles.get(source.ref);
      if (cycle && source.kind === 'fee') return texts.fee(record, cycle);
      return cycle && source.kind === 'hours' ? texts.hours(record, cycle) : undefined;
    }

    for (const line of rows.lines(record.id)) {
      const text = textOf(line);
      if (text !== undefined && text !== line.text) say.run(text, line.id);
    }
  };
}
