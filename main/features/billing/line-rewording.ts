import type { Sql } from '../../store/open.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';
import type { LineTexts } from './line-texts.ts';
import { daysOf } from './priced-pieces.ts';
import { noneSettled, type Retainers } from './retainers.ts';
import type { Sources } from './sources.ts';
import { namedGroup, timeLines } from './time-lines.ts';

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
    const pieces = sources.onLines(record.id, record.clientId);
    const days = new Map(daysOf(pieces).map((day) => [day.ref, day]));
    const cycles = new Map(
      retainers
        .of(record.clientId, noneSettled)
        .flatMap((book) => book.cycles.map((cycle) => [cycle.ref, cycle] as const)),
    );
    const refs = rows.sourcesByLine(record.id);
    const groups = new Map(timeLines(rows, record, pieces).map((one) => [one.line.id, namedGroup(one)]));

    function textOf(line: LineRecord): string | undefined {
      const [source] = refs.get(line.id) ?? [];
      if (line.kind === 'discount') return texts.discount(record);
      if (line.kind === 'time') {
        const group = groups.get(line.id);
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
