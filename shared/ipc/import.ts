import { z } from 'zod';
import {
  type ColumnMap,
  type ImportField,
  type ImportSource,
  importFields,
  importSources,
} from '../domain/import/columns.ts';
import type { DateOrder } from '../domain/import/dates.ts';
import type { Encoding } from '../domain/import/encoding.ts';
import type { BadReason } from '../domain/import/row.ts';
import type { Separator } from '../domain/import/separator.ts';
import type { FoundName } from '../domain/import/words.ts';
import { clockTime, id, requiredText, zone } from './fields.ts';
import { read, write } from './method.ts';

/** Where an import stands. Everything before `importing` has changed nothing. */
export type ImportPhase =
  | 'reading'
  /** The file is understood as far as it can be; the person says the rest. */
  | 'asking'
  | 'checking'
  /** The dry run is done. */
  | 'checked'
  | 'importing'
  | 'done'
  | 'failed';

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

export interface ImportState {
  readonly phase: ImportPhase;
  /** The file's name without its folder. */
  readonly file: string;
  /** Of the phase at work; null where nothing can be counted. */
  readonly progress: ImportProgress | null;
  /** A sentence for the person, where the last step could not be done. */
  readonly problem: string | null;
  readonly check: ImportCheck | null;
  readonly result: ImportResult | null;
}

export interface FoundProject {
  readonly name: string;
  readonly rows: number;
  /** Milliseconds. */
  readonly length: number;
  /** A task of the guessed client with the same title. */
  readonly taskId: string | null;
}

export interface FoundClient extends FoundName {
  readonly key: string;
  readonly rows: number;
  readonly length: number;
  /** A client with the same name. */
  readonly clientId: string | null;
  readonly projects: readonly FoundProject[];
}

/** One of the first rows, as it would be taken over. */
export interface PreviewRow {
  readonly line: number;
  readonly reason: BadReason | null;
  readonly client: string;
  readonly project: string;
  readonly note: string;
  /** UTC milliseconds; null where only the date is known. */
  readonly from: number | null;
  readonly to: number | null;
  /** ISO date; null when it cannot be read. */
  readonly date: string | null;
  /** Milliseconds. */
  readonly length: number;
}

/** How a file is read, as recognised or as the person said. */
export interface ImportReading {
  readonly source: ImportSource;
  readonly columns: ColumnMap;
  readonly order: DateOrder;
  /** IANA zone of the file's clock times. */
  readonly zone: string;
}

/** A file as understood with the answers so far. */
export interface ImportFound {
  readonly bytes: number;
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly header: readonly string[];
  readonly reading: ImportReading;
  /** Why nothing can be read with these columns; a key of the `errors` texts. */
  readonly columnFault: string | null;
  /** The dates leave open whether day or month comes first. */
  readonly orderOpen: boolean;
  readonly rows: number;
  readonly bad: number;
  readonly untimed: number;
  readonly invoiced: number;
  readonly tagged: number;
  /** ISO dates of the first and the last row. */
  readonly first: string | null;
  readonly last: string | null;
  readonly people: readonly { readonly name: string; readonly rows: number }[];
  readonly clients: readonly FoundClient[];
  readonly preview: readonly PreviewRow[];
}

/** What the dry run counted. */
export interface ImportCheck {
  readonly fresh: number;
  /** Milliseconds of the new entries. */
  readonly length: number;
  readonly there: number;
  readonly skipped: number;
  readonly bad: number;
  /** New entries that overlap entries which are there already. */
  readonly overlapping: number;
  /** Longer than a day: taken over, but not billable. */
  readonly long: number;
  readonly untimed: number;
  /** Start and end say something else than the length; they count. */
  readonly differing: number;
  readonly newClients: number;
  readonly newTasks: number;
}

export interface ImportResult {
  readonly importId: string;
  readonly entries: number;
  readonly length: number;
  readonly there: number;
  readonly bad: number;
  /** Of the entries, those over a day long, which are not billable. */
  readonly long: number;
}

export const importNotices = ['bad', 'overlapping', 'long', 'untimed', 'differing'] as const;
export type ImportNotice = (typeof importNotices)[number];

/** A row that needs a look. */
export interface NoticedRow {
  readonly line: number;
  readonly reason: BadReason | null;
  readonly client: string;
  readonly note: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface PastImport {
  readonly id: string;
  readonly source: ImportSource;
  readonly file: string;
  readonly at: number;
  readonly entries: number;
  readonly length: number;
  readonly undoneAt: number | null;
}

/** Where an entry came from. */
export interface EntryOrigin {
  readonly source: ImportSource;
  readonly file: string;
  /** Only its day was known. */
  readonly untimed: boolean;
}

const column = z.int().min(0).max(1_000).nullable();
const columns = z
  .strictObject(
    Object.fromEntries(importFields.map((field) => [field, column.optional()])) as Record<
      ImportField,
      z.ZodOptional<typeof column>
    >,
  )
  .transform(
    (given): ColumnMap =>
      Object.fromEntries(Object.entries(given).filter(([, at]) => typeof at === 'number')),
  );

const readingInput = z.strictObject({
  source: z.enum(importSources),
  columns,
  /** Null: as the dates show. */
  order: z.enum(['day-month', 'month-day']).nullable(),
  zone,
});

const clientTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('client'), clientId: id }),
  z.strictObject({ to: z.literal('new'), name: requiredText(200) }),
  z.strictObject({ to: z.literal('skip') }),
]);

const projectTarget = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('note') }),
  z.strictObject({ to: z.literal('task'), taskId: id }),
  z.strictObject({ to: z.literal('newTask') }),
]);

const key = z.string().max(20_000);

const checkInput = z.strictObject({
  clients: z.array(z.strictObject({ key, target: clientTarget })).max(5_000),
  projects: z
    .array(z.strictObject({ key, project: z.string().max(20_000), target: projectTarget }))
    .max(20_000),
  /** Where days without clock times begin. */
  dayStart: clockTime,
  /** Rows of this person only; null for all. */
  person: z.string().max(20_000).nullable(),
  /** Whether the file says what is billable, or nothing is. */
  billable: z.enum(['file', 'none']),
  /** Tags go into the note. */
  tags: z.boolean(),
});

export type ReadingInput = z.output<typeof readingInput>;
export type CheckInput = z.infer<typeof checkInput>;

export const importContract = {
  /** Asks for a file and begins to read it; false when the person cancelled. Refused while an import writes. */
  'import.choose': write<boolean>()(z.undefined()),
  /** Null when none is under way. */
  'import.state': read<ImportState | null>()(z.undefined(), ['importing']),
  'import.found': read<ImportFound | null>()(z.undefined(), ['import']),
  /** Reads the file anew with these answers. */
  'import.reading': write()(readingInput),
  /** The dry run: counts what would come, changes nothing. */
  'import.check': write()(checkInput),
  /** Takes over what the dry run counted, in one transaction. */
  'import.run': write()(z.undefined()),
  /** Stops what is under way; nothing of it stays. */
  'import.cancel': write()(z.undefined()),
  /** Back to the questions, after a dry run. */
  'import.back': write()(z.undefined()),
  /** Forgets the file; what was imported stays. */
  'import.close': write()(z.undefined()),
  'import.rows': read<{ readonly count: number; readonly rows: readonly NoticedRow[] }>()(
    z.strictObject({
      notice: z.enum(importNotices),
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(500),
    }),
    ['importing'],
  ),
  /** Saves the rows that could not be read, with line and reason, where the person chooses; false when they cancel. */
  'import.saveBad': write<boolean>()(z.undefined()),
  /** Newest first. */
  'import.list': read<readonly PastImport[]>()(z.undefined(), ['import']),
  /** Null for an entry that was not imported. */
  'import.ofEntry': read<EntryOrigin | null>()(z.strictObject({ id }), ['import']),
  /** Takes an import back. Throws `conflict` once one of its entries was changed or is on an invoice. */
  'import.undo': write()(z.strictObject({ id })),
};
