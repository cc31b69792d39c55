import type { ColumnMap, ImportField } from './columns.ts';
import { type DateOrder, readDate } from './dates.ts';
import { readClockTime, readLength } from './lengths.ts';
import { readSpan, type SpanFault } from './span.ts';
import type { ZoneTable } from './zone-table.ts';

const DAY = 86_400_000;

/** Why a row cannot become an entry; the texts are `import:reasons.<reason>`. */
export const badReasons = [
  'noDate',
  'date',
  'startTime',
  'endTime',
  'length',
  'noEnd',
  'zero',
  'negative',
  'endBeforeStart',
  'skipped',
  'doubled',
  'future',
  'tooEarly',
  'quotes',
] as const;
export type BadReason = (typeof badReasons)[number];

/** How the cells of a file are to be read. */
export interface ReadRules {
  readonly columns: ColumnMap;
  readonly order: DateOrder;
  /** The zone of the file's wall clock. */
  readonly table: ZoneTable;
  /** No entry may end later, UTC milliseconds. */
  readonly now: number;
}

/** One row as understood; all names as they stand in the file. */
export interface ReadRow {
  readonly client: string;
  readonly project: string;
  readonly task: string;
  readonly note: string;
  readonly tags: string;
  readonly person: string;
  readonly billable: boolean;
  /** The calendar date, days since 1970. */
  readonly day: number;
  /** Start on the wall clock as if it were UTC, milliseconds; null when only the date is known. */
  readonly wall: number | null;
  /** By the wall clock or as given, milliseconds. */
  readonly length: number;
  /** UTC milliseconds; null until a row without a start has been laid on its day. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly byLength: boolean;
  readonly differs: boolean;
}

const NO = new Set([
  'no',
  'n',
  'false',
  '0',
  'nein',
  'non',
  'não',
  'nee',
  'non-billable',
  'nicht abrechenbar',
]);
const YES = new Set(['yes', 'y', 'true', '1', 'ja', 'oui', 'sí', 'si', 'sim']);
const MOMENT = /^(\S+?)(?:T|,?\s+)(\d{1,2}[:.].*?)\s*(Z|[+-]\d\d:?\d\d)?$/;

interface Moment {
  readonly day: number;
  /** Milliseconds since midnight; null for a date alone. */
  readonly time: number | null;
  /** UTC milliseconds, where the text names its own offset. */
  readonly instant: number | null;
}

/** Reads the rows of one file. */
export class RowReader {
  readonly #rules: ReadRules;

  constructor(rules: ReadRules) {
    this.#rules = rules;
  }

  read(cells: readonly string[]): ReadRow | BadReason {
    const cell = (field: ImportField) => {
      const at = this.#rules.columns[field];
      return at === undefined ? '' : (cells[at] ?? '').trim();
    };
    const start = this.#moment(cell('startDate'), cell('startTime'));
    if (typeof start === 'string') return start === 'time' ? 'startTime' : start;
    const lengthText = cell('duration');
    const length = lengthText === '' ? null : readLength(lengthText);
    if (lengthText !== '' && length === null) return 'length';
    const words = {
      client: name(cell('client')),
      project: name(cell('project')),
      task: name(cell('task')),
      note: clean(cell('note')).trim(),
      tags: name(cell('tags')),
      person: personOf(cell('person'), cell('personLast')) || cell('email'),
      billable: !NO.has(cell('billable').toLowerCase()) && !YES.has(cell('invoiced').toLowerCase()),
      day: start.day,
    };
    if (start.time === null) return this.#untimed(words, length);
    const wall = start.day * DAY + start.time;
    const end = this.#end(start, cell('endDate'), cell('endTime'));
    if (typeof end === 'string') return end;
    const span = this.#span(start, wall, end, length);
    if (typeof span === 'string') return span;
    if (span.from < 0) return 'tooEarly';
    if (span.to > this.#rules.now) return 'future';
    const endWall = end === null ? null : end.day * DAY + (end.time ?? 0);
    return {
      ...words,
      wall,
      length: endWall === null ? (length ?? span.to - span.from) : endWall - wall,
      span: { from: span.from, to: span.to },
      byLength: span.byLength,
      differs: span.differs,
    };
  }

  #untimed(
    words: Omit<ReadRow, 'wall' | 'length' | 'span' | 'byLength' | 'differs'>,
    length: number | null,
  ): ReadRow | BadReason {
    if (length === null) return 'noEnd';
    if (length === 0) return 'zero';
    if (length < 0) return 'negative';
    if (words.day < 1) return 'tooEarly';
    return { ...words, wall: null, length, span: null, byLength: false, differs: false };
  }

  #span(start: Moment, wall: number, end: Moment | null, length: number | null): ReturnType<typeof readSpan> {
    if (start.instant === null || (end !== null && end.instant === null)) {
      const endWall = end === null ? null : end.day * DAY + (end.time ?? 0);
      return readSpan(this.#rules.table, wall, endWall, length);
    }
    const to = end?.instant ?? (length === null ? null : start.instant + length);
    const fault = spanFault(start.instant, to);
    return fault ?? { from: start.instant, to: to as number, byLength: false, differs: false };
  }

  #moment(dateText: string, timeText: string): Moment | 'noDate' | 'date' | 'time' {
    const text = dateText === '' ? timeText : dateText;
    if (text === '') return 'noDate';
    const both = MOMENT.exec(text) ?? (dateText === '' ? null : MOMENT.exec(timeText));
    if (both) return this.#both(both);
    const day = readDate(text, this.#rules.order);
    if (day === null) return 'date';
    if (timeText === '' || dateText === '') return { day, time: null, instant: null };
    const time = readClockTime(timeText);
    return time === null ? 'time' : { day, time, instant: null };
  }

  #both([, date = '', clock = '', offset]: readonly (string | undefined)[]): Moment | 'date' | 'time' {
    const day = readDate(date, this.#rules.order);
    if (day === null) return 'date';
    const time = readClockTime(clock.replace(/(:\d\d)\.\d+$/, '$1'));
    if (time === null) return 'time';
    if (!offset) return { day, time, instant: null };
    const [sign, hours, minutes] = offset === 'Z' ? [1, 0, 0] : offsetParts(offset);
    return { day, time, instant: day * DAY + time - sign * (hours * 60 + minutes) * 60_000 };
  }

  /** Without a date of its own, an end before the start is on the next day. */
  #end(start: Moment, dateText: string, timeText: string): Moment | null | BadReason {
    if (dateText === '' && timeText === '') return null;
    const clock = dateText === '' ? readClockTime(timeText) : null;
    if (clock !== null) {
      const day = clock < (start.time ?? 0) ? start.day + 1 : start.day;
      const shift = start.instant === null ? null : start.instant - (start.day * DAY + (start.time ?? 0));
      return { day, time: clock, instant: shift === null ? null : day * DAY + clock + shift };
    }
    const end = this.#moment(dateText, timeText);
    if (typeof end === 'string') return 'endTime';
    // A column of end times that holds clock times only, under a name of a date.
    return end.time === null ? 'endTime' : end;
  }
}

function spanFault(from: number, to: number | null): SpanFault | null {
  if (to === null) return 'noEnd';
  if (to === from) return 'zero';
  return to < from ? 'endBeforeStart' : null;
}

function offsetParts(offset: string): [sign: number, hours: number, minutes: number] {
  return [offset.startsWith('-') ? -1 : 1, Number(offset.slice(1, 3)), Number(offset.slice(-2))];
}

const personOf = (first: string, last: string) => `${first} ${last}`.trim();

/** What no keyboard types and no name needs. */
function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu, '');
}

const name = (text: string) => clean(text).replace(/\s+/g, ' ').trim();
