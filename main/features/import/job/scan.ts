import { type ColumnMap, columnFault, type ImportSource, recognise } from '#shared/domain/import/columns.ts';
import { type DateEvidence, type DateOrder, orderOf, weigh } from '#shared/domain/import/dates.ts';
import { RowReader } from '#shared/domain/import/row.ts';
import { foundName, nameKey } from '#shared/domain/import/words.ts';
import { ZoneTable } from '#shared/domain/import/zone-table.ts';
import type { ImportFound, ImportReading, PreviewRow } from '#shared/ipc/import.ts';
import { eachRow, type TableText } from './csv.ts';
import type { Matcher } from './matcher.ts';
import type { Pulse } from './pulse.ts';
import { dateText } from './texts.ts';

const PREVIEW = 8;
const MOST_CLIENTS = 1_000;
const MOST_PROJECTS = 5_000;
/** How often work looks up from the rows. */
const ROWS_A_BEAT = 2_000;

export interface Answers {
  readonly source: ImportSource;
  readonly columns: ColumnMap;
  readonly order: DateOrder | null;
  readonly zone: string;
}

interface Sum {
  rows: number;
  length: number;
}

/** What a file's own header says; the zone is the person's. */
export function firstAnswers(table: TableText, zone: string): Answers {
  return { ...recognise(table.header), order: null, zone };
}

/** Reads the whole file once with the answers so far, and says what is in it. */
export function scan(
  table: TableText,
  answers: Answers,
  matcher: Matcher,
  now: number,
  pulse: Pulse,
): ImportFound {
  const fault = columnFault(answers.columns);
  const evidence = evidenceOf(table, answers.columns, pulse);
  const seen = orderOf(evidence);
  const reading: ImportReading = {
    source: answers.source,
    columns: answers.columns,
    order: answers.order ?? seen ?? 'day-month',
    zone: answers.zone,
  };
  const tally = new Tally();
  if (fault === null) tallyRows(table, reading, now, tally, pulse);
  const manyNames = tally.manyNames();
  return {
    bytes: table.bytes,
    encoding: table.encoding,
    separator: table.separator,
    header: table.header,
    reading,
    columnFault: fault ?? (manyNames ? 'import.tooManyNames' : null),
    orderOpen: seen === null,
    ...tally.facts(matcher, manyNames),
  };
}

function evidenceOf(table: TableText, columns: ColumnMap, pulse: Pulse): DateEvidence {
  const evidence: DateEvidence = { open: 0, dayFirst: 0, monthFirst: 0 };
  const at = [columns.startDate, columns.endDate].filter((column) => column !== undefined);
  let rows = 0;
  eachRow(table, {
    row(cells) {
      rows += 1;
      if (rows % ROWS_A_BEAT === 0 && pulse.stopped) pulse.beat(0, 1);
      for (const column of at) weigh(evidence, (cells[column] ?? '').trim().split(/[T\s]/, 1)[0] ?? '');
      return true;
    },
    broken() {},
  });
  return evidence;
}

function tallyRows(table: TableText, reading: ImportReading, now: number, tally: Tally, pulse: Pulse): void {
  const reader = new RowReader({
    columns: reading.columns,
    order: reading.order,
    table: new ZoneTable(reading.zone),
    now,
  });
  eachRow(table, {
    row(cells, line, at) {
      tally.add(reader.read(cells), line);
      if (tally.rows % ROWS_A_BEAT === 0) pulse.beat(at, table.text.length);
      return true;
    },
    broken: (line) => tally.add('quotes', line),
  });
}

/** Counts rows by what a person is asked about. */
class Tally {
  rows = 0;
  #bad = 0;
  #untimed = 0;
  #invoiced = 0;
  #tagged = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  readonly #people = new Map<string, number>();
  readonly #clients = new Map<
    string,
    Sum & { kind: 'client' | 'project' | 'none'; name: string; projects: Map<string, Sum> }
  >();
  readonly #preview: PreviewRow[] = [];

  add(row: ReturnType<RowReader['read']>, line: number): void {
    this.rows += 1;
    if (this.#preview.length < PREVIEW) this.#preview.push(previewOf(row, line));
    if (typeof row === 'string') {
      this.#bad += 1;
      return;
    }
    if (row.span === null) this.#untimed += 1;
    if (!row.billable) this.#invoiced += 1;
    if (row.tags !== '') this.#tagged += 1;
    this.#first = Math.min(this.#first, row.day);
    this.#last = Math.max(this.#last, row.day);
    this.#people.set(row.person, (this.#people.get(row.person) ?? 0) + 1);
    const found = foundName(row);
    const key = nameKey(found);
    let client = this.#clients.get(key);
    if (!client) {
      client = { ...found, rows: 0, length: 0, projects: new Map() };
      this.#clients.set(key, client);
    }
    grow(client, row.length);
    if (found.kind !== 'client' || row.project === '') return;
    const project = client.projects.get(row.project) ?? { rows: 0, length: 0 };
    client.projects.set(row.project, project);
    grow(project, row.length);
  }

  /** More than anybody would go through: a column of notes was taken for the clients, most likely. */
  manyNames(): boolean {
    const projects = [...this.#clients.values()].reduce((sum, client) => sum + client.projects.size, 0);
    return this.#clients.size > MOST_CLIENTS || projects > MOST_PROJECTS;
  }

  facts(matcher: Matcher, withoutNames: boolean) {
    const byRows = (a: Sum, b: Sum) => b.rows - a.rows;
    return {
      rows: this.rows,
      bad: this.#bad,
      untimed: this.#untimed,
      invoiced: this.#invoiced,
      tagged: this.#tagged,
      first: Number.isFinite(this.#first) ? dateText(this.#first) : null,
      last: Number.isFinite(this.#last) ? dateText(this.#last) : null,
      people: [...this.#people]
        .map(([name, rows]) => ({ name, rows }))
        .sort((a, b) => b.rows - a.rows)
        .slice(0, 100),
      clients: (withoutNames ? [] : [...this.#clients])
        .map(([key, { projects, ...client }]) => {
          const clientId = matcher.client(client.name);
          return {
            ...client,
            key,
            clientId,
            projects: [...projects]
              .map(([name, sum]) => ({ name, ...sum, taskId: clientId && matcher.task(clientId, name) }))
              .sort(byRows),
          };
        })
        .sort(byRows),
      preview: this.#preview,
    };
  }
}

function grow(sum: Sum, length: number): void {
  sum.rows += 1;
  sum.length += length;
}

function previewOf(row: ReturnType<RowReader['read']>, line: number): PreviewRow {
  if (typeof row === 'string') {
    return {
      line,
      reason: row,
      client: '',
      project: '',
      note: '',
      from: null,
      to: null,
      date: null,
      length: 0,
    };
  }
  const { client, project, note, span, day, length } = row;
  return {
    line,
    reason: null,
    client,
    project,
    note: note.slice(0, 200),
    from: span?.from ?? null,
    to: span?.to ?? null,
    date: dateText(day),
    length: span ? span.to - span.from : length,
  };
}
