import { createHash } from 'node:crypto';
import { identityOf } from '#shared/domain/import/identity.ts';
import { DayLayer } from '#shared/domain/import/lay.ts';
import { overlaps } from '#shared/domain/import/overlap.ts';
import { type ReadRow, RowReader } from '#shared/domain/import/row.ts';
import { foundName, nameKey, noteOf } from '#shared/domain/import/words.ts';
import { ZoneTable } from '#shared/domain/import/zone-table.ts';
import type { ImportReading } from '#shared/ipc/import.ts';
import type { Sql } from '../../../store/open.ts';
import { eachRow, type TableText } from './csv.ts';
import type { CheckOrder } from './protocol.ts';
import type { Pulse } from './pulse.ts';
import { type BadRow, countStaged, LONG_MS, type Staged, type StagedEntry } from './staged.ts';

const ROWS_A_BEAT = 1_000;
const MINUTE = 60_000;

interface Taken {
  readonly row: ReadRow;
  readonly line: number;
  readonly clientId: string;
}

/** The dry run: what would be written, and what would not and why. Writes nothing. */
export function stage(
  sql: Sql,
  table: TableText,
  reading: ImportReading,
  order: CheckOrder,
  pulse: Pulse,
): Staged {
  const zone = new ZoneTable(reading.zone);
  const reader = new RowReader({ ...reading, table: zone, now: order.now });
  const clients = new Map(order.clients.map(({ key, clientId }) => [key, clientId]));
  const bad: BadRow[] = [];
  const taken: Taken[] = [];
  let skipped = 0;
  eachRow(table, {
    row(cells, line, at) {
      const row = reader.read(cells);
      if (typeof row === 'string') bad.push({ line, reason: row });
      else {
        const clientId = clients.get(nameKey(foundName(row))) ?? null;
        const another = order.person !== null && row.person !== order.person;
        if (clientId === null || another) skipped += 1;
        else taken.push({ row, line, clientId });
      }
      if ((taken.length + bad.length + skipped) % ROWS_A_BEAT === 0) pulse.beat(at, 2 * table.text.length);
      return true;
    },
    broken: (line) => bad.push({ line, reason: 'quotes' }),
  });
  const { entries, there, late } = entriesOf(sql, zone, reading, order, taken, pulse);
  for (const line of late) bad.push({ line, reason: 'future' });
  bad.sort((a, b) => a.line - b.line);
  entries.sort((a, b) => a.from - b.from);
  markOverlaps(sql, entries, order.now);
  const used = new Set(entries.map((entry) => entry.clientId));
  const worked = new Set(entries.map((entry) => entry.taskId));
  const drafts = order.drafts.filter((draft) => used.has(draft.id));
  const tasks = order.projects.flatMap((project) => {
    const clientId = clients.get(project.key);
    return project.title !== null && clientId && worked.has(project.taskId)
      ? [{ ...project, title: project.title, clientId }]
      : [];
  });
  const others = { there, skipped, bad: bad.length, newClients: drafts.length, newTasks: tasks.length };
  return { zone: reading.zone, entries, bad, drafts, tasks, check: countStaged(entries, others) };
}

function entriesOf(
  sql: Sql,
  zone: ZoneTable,
  reading: ImportReading,
  order: CheckOrder,
  taken: readonly Taken[],
  pulse: Pulse,
) {
  const known = sql.prepare<[Uint8Array], string>('SELECT id FROM imported_rows WHERE key = ?').pluck();
  const sameMinutes = sql
    .prepare<[string, number, number, number, number], string>(
      `SELECT id FROM time_entries WHERE client_id = ? AND started_at >= ? AND started_at < ? AND ended_at >= ?
         AND ended_at < ? ORDER BY started_at, id`,
    )
    .pluck();
  const tasks = new Map(order.projects.map(({ key, project, taskId }) => [`${key}\n${project}`, taskId]));
  const layer = new DayLayer(zone, order.dayStart, sumsOfDays(taken), order.now);
  const keys = keysOf(reading, taken);
  const here = keys.map((key) => known.get(key));
  /** Entries that a row of the file is already. */
  const matched = new Set(here);
  /** One that was tracked here, or came from another tracker, for the same client from minute to minute. */
  const sameAs = (clientId: string, span: ReadRow['span']) => {
    if (span === null) return undefined;
    const [from, to] = [span.from, span.to].map((at) => Math.floor(at / MINUTE) * MINUTE) as [number, number];
    const found = sameMinutes
      .all(clientId, from, from + MINUTE, to, to + MINUTE)
      .find((id) => !matched.has(id));
    if (found !== undefined) matched.add(found);
    return found;
  };
  const entries: StagedEntry[] = [];
  const late: number[] = [];
  let there = 0;
  for (const [index, { row, line, clientId }] of taken.entries()) {
    if (index % ROWS_A_BEAT === 0) pulse.beat(taken.length + index, 2 * taken.length);
    // Rows that are there already keep their place on the day, so that a longer export lays the others beside them.
    const span = row.span ?? layer.lay(row.day, row.length);
    const key = keys[index] as Uint8Array;
    if (here[index] !== undefined || sameAs(clientId, row.span) !== undefined) {
      there += 1;
      continue;
    }
    if (span.to > order.now) {
      late.push(line);
      continue;
    }
    const taskId = tasks.get(`${nameKey(foundName(row))}\n${row.project}`) ?? null;
    const { note } = noteOf(row, {
      project: taskId === null && foundName(row).kind === 'client',
      tags: order.tags,
    });
    entries.push({
      line,
      clientId,
      taskId,
      note,
      ...span,
      billable: order.billable && row.billable && span.to - span.from <= LONG_MS,
      key,
      untimed: row.span === null,
      differs: row.differs,
      overlaps: false,
    });
  }
  return { entries, there, late };
}

/** What makes each row the same row when it comes again; equal rows of one file are told apart by their order. */
function keysOf(reading: ImportReading, taken: readonly Taken[]): Uint8Array[] {
  const seen = new Map<string, number>();
  return taken.map(({ row }) => {
    const identity = identityOf(reading.source, row);
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return createHash('sha256').update(`${identity}\n${nth}`).digest().subarray(0, 16);
  });
}

function sumsOfDays(taken: readonly Taken[]): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { row } of taken)
    if (row.span === null) sums.set(row.day, (sums.get(row.day) ?? 0) + row.length);
  return sums;
}

function markOverlaps(sql: Sql, entries: readonly StagedEntry[], now: number): void {
  const last = entries.reduce((latest, { to }) => Math.max(latest, to), 0);
  const first = entries[0]?.from ?? 0;
  const rows = sql
    .prepare(
      `SELECT started_at, coalesce(ended_at, max(started_at, :now)) AS ended FROM time_entries
       WHERE started_at < :last AND ended > :first ORDER BY started_at`,
    )
    .raw()
    .all({ now, first, last }) as [number, number][];
  const found = overlaps(
    entries,
    rows.map(([from, to]) => ({ from, to })),
  );
  for (const [index, entry] of entries.entries()) entry.overlaps = found[index] ?? false;
}
