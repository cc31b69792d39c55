import { formatDate, formatDates } from '#shared/domain/clock-format.ts';
import type { WorkGroup } from '#shared/domain/invoice-grouping.ts';
import { formatTime } from '#shared/domain/invoice-text.ts';
import { isBuiltIn, workKindName } from '#shared/domain/work-kind.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { Sql } from '../../store/open.ts';
import type { DaySource } from './free-sources.ts';
import type { InvoiceRecord } from './invoice-rows.ts';
import type { BookedCycle } from './retainers.ts';

const most = 500;
/** By thousandths of a day. */
const dayWords: Readonly<Record<number, string>> = { 0: 'shortDay', 500: 'halfDay' };

/** How long something took, as in the column of quantities of a document in this language; whole seconds. */
export function timeWords(words: DocumentWords, language: string): (seconds: number) => string {
  const [hour = '', minute = '', second = ''] = ['hour', 'minute', 'second'].map((unit) =>
    words.text(language, `billing:document.${unit}`),
  );
  return (seconds) => formatTime(seconds, { hour, minute, second });
}

/** What lines say of their work, in the language of their invoice. */
export function createLineTexts(sql: Sql, words: DocumentWords) {
  const kindName = sql.prepare<[string], string | null>('SELECT name FROM work_kinds WHERE id = ?').pluck();
  const say = (record: InvoiceRecord, key: string, values: Record<string, string> = {}) =>
    words.text(record.language, `billing:document.${key}`, values).slice(0, most);
  const time = ({ language }: InvoiceRecord) => timeWords(words, language);

  return {
    work(record: InvoiceRecord, group: WorkGroup): string {
      if (group.date) return formatDate(group.date, record.language);
      if (group.title) return group.title.slice(0, most);
      if (group.workKindId !== null) return nameOf(record, group.workKindId);
      if (group.span === null) return say(record, 'otherWork');
      const period = formatDates(group.span.from, group.span.to, record.language);
      return say(record, 'workInPeriod', { period });
    },
    discount: (record: InvoiceRecord) => say(record, 'discount'),
    day: (record: InvoiceRecord, { date, worth }: DaySource) =>
      say(record, dayWords[worth.days] ?? 'wholeDay', { date: formatDate(date, record.language) }),
    over: (record: InvoiceRecord, { date, worth }: DaySource) =>
      say(record, 'beyondDay', {
        date: formatDate(date, record.language),
        over: time(record)(worth.overSeconds),
      }),
    fee: (record: InvoiceRecord, { start, end, seconds }: BookedCycle) =>
      say(record, 'retainerFee', {
        period: formatDates(start, end, record.language),
        included: time(record)(seconds),
      }),
    hours(record: InvoiceRecord, { start, end, ledger }: BookedCycle): string {
      const hours = time(record);
      const carried = ledger.carriedIn.reduce((sum, { seconds }) => sum + seconds, 0);
      return say(record, ledger.over > 0 ? 'retainerOver' : 'retainerHours', {
        period: formatDates(start, end, record.language),
        worked: hours(ledger.worked),
        included: hours(ledger.included),
        carried: hours(carried),
        over: hours(ledger.over),
      });
    },
  };

  function nameOf(record: InvoiceRecord, id: string): string {
    const name = kindName.get(id) ?? null;
    if (name === null && !isBuiltIn(id)) return say(record, 'otherWork');
    return workKindName({ id, name }, (own) => words.text(record.language, `common:workKind.${own}`)).slice(
      0,
      most,
    );
  }
}

export type LineTexts = ReturnType<typeof createLineTexts>;
