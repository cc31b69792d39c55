import type { Encoding } from '#shared/domain/import/encoding.ts';
import type { Separator } from '#shared/domain/import/separator.ts';

/** An entry as another tracker knows it: on a wall clock, to the second. */
export interface Tracked {
  readonly client: string;
  readonly project: string;
  readonly note: string;
  readonly billable: boolean;
  /** Wall clock as if it were UTC, milliseconds. */
  readonly start: number;
  readonly end: number;
  /** Milliseconds that passed. */
  readonly length: number;
}

/** How an account writes dates and times. */
export interface Style {
  readonly date: 'iso' | 'day/month' | 'month/day' | 'day.month';
  readonly clock: 12 | 24;
  readonly decimal: '.' | ',';
  readonly separator: Separator;
  readonly newline: '\n' | '\r\n';
}

const two = (value: number) => String(value).padStart(2, '0');

export function dateText(wall: number, style: Style['date']): string {
  const [year, month, day] = new Date(wall).toISOString().slice(0, 10).split('-');
  if (style === 'iso') return `${year}-${month}-${day}`;
  if (style === 'day.month') return `${day}.${month}.${year}`;
  return style === 'day/month' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}

export function clockText(wall: number, clock: Style['clock']): string {
  const at = new Date(wall);
  const [hour, rest] = [at.getUTCHours(), `${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`];
  if (clock === 24) return `${two(hour)}:${rest}`;
  return `${two(hour % 12 || 12)}:${rest} ${hour < 12 ? 'AM' : 'PM'}`;
}

const spanText = (length: number) =>
  `${two(Math.floor(length / 3_600_000))}:${two(Math.floor(length / 60_000) % 60)}:${two(Math.floor(length / 1_000) % 60)}`;

const yes = (value: boolean) => (value ? 'Yes' : 'No');

/** Tables as the trackers export them, with a header in the order they have it. */
export const exporters: Readonly<
  Record<'toggl' | 'clockify' | 'other', (style: Style, rows: readonly Tracked[]) => string[][]>
> = {
  toggl: (style, rows) => [
    [
      'User',
      'Email',
      'Client',
      'Project',
      'Task',
      'Description',
      'Billable',
      'Start date',
      'Start time',
      'End date',
      'End time',
      'Duration',
      'Tags',
      'Amount (EUR)',
    ],
    ...rows.map((row) => [
      'Sample',
      'sample@sample.example',
      row.client,
      row.project,
      '',
      row.note,
      yes(row.billable),
      dateText(row.start, style.date),
      clockText(row.start, style.clock),
      dateText(row.end, style.date),
      clockText(row.end, style.clock),
      spanText(row.length),
      '',
      '',
    ]),
  ],
  clockify: (style, rows) => [
    [
      'Project',
      'Client',
      'Description',
      'Task',
      'User',
      'Group',
      'Email',
      'Tags',
      'Billable',
      'Start Date',
      'Start Time',
      'End Date',
      'End Time',
      'Duration (h)',
      'Duration (decimal)',
    ],
    ...rows.map((row) => [
      row.project,
      row.client,
      row.note,
      '',
      'Sample',
      '',
      'sample@sample.example',
      '',
      yes(row.billable),
      dateText(row.start, style.date),
      clockText(row.start, style.clock),
      dateText(row.end, style.date),
      clockText(row.end, style.clock),
      spanText(row.length),
      (row.length / 3_600_000).toFixed(2).replace('.', style.decimal),
    ]),
  ],
  other: (style, rows) => [
    [
      'Kunde',
      'Projekt',
      'Beschreibung',
      'Startdatum',
      'Startzeit',
      'Enddatum',
      'Endzeit',
      'Dauer',
      'Abrechenbar',
    ],
    ...rows.map((row) => [
      row.client,
      row.project,
      row.note,
      dateText(row.start, style.date),
      clockText(row.start, style.clock),
      dateText(row.end, style.date),
      clockText(row.end, style.clock),
      spanText(row.length),
      row.billable ? 'Ja' : 'Nein',
    ]),
  ],
};

/** A table as text; every cell that needs it is quoted. */
export function csvText(table: readonly (readonly string[])[], { separator, newline }: Style): string {
  const cell = (text: string) =>
    /["\r\n,;\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  return table.map((row) => row.map(cell).join(separator)).join(newline) + newline;
}

/** What windows-1252 has above Latin-1's controls, as far as these tests write it. */
const high: Readonly<Record<string, number>> = {
  '€': 0x80,
  '„': 0x84,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '–': 0x96,
};

/** The bytes of a text; `mark` puts the byte-order mark in front. */
export function encoded(text: string, encoding: Encoding, mark: boolean): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(mark ? `\ufeff${text}` : text, 'utf8');
  if (encoding === 'windows-1252') {
    return Uint8Array.from([...text], (character) => high[character] ?? character.charCodeAt(0));
  }
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
