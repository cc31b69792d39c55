import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/domain/uuid.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Sql } from '../../../store/open.ts';
import type { Turn } from '../../../store/turn.ts';
import { commitGivingWay } from './commit.ts';
import { type Made, removeMade, writeMade } from './made.ts';
import type { RunOrder } from './protocol.ts';
import type { Pulse } from './pulse.ts';
import type { Staged } from './staged.ts';

/** UUIDv7 that begin at `now` and keep their order. */
export function idsFrom(now: number): () => string {
  let count = 0;
  return () => {
    const id = uuidV7(now + Math.floor(count / 4_096), count % 4_096, randomBytes(10));
    count += 1;
    return id;
  };
}

/**
 * Writes a dry run in one transaction. Throws AppError `conflict` when what it was counted for has changed since,
 * `cancelled` when it is stopped; nothing of it is then left.
 */
export function writeStaged(
  sql: Sql,
  turn: Turn,
  staged: Staged,
  order: RunOrder,
  pulse: Pulse,
): { readonly entries: number; readonly length: number } {
  const { entries, zone } = staged;
  const { fresh, length } = staged.check;
  const nextId = idsFrom(order.now);
  const ids = entries.map(nextId);
  const insertImport = sql.prepare(
    `INSERT INTO imports (id, source, file, at, entries, milliseconds, made)
     VALUES (:importId, :source, :file, :now, :fresh, :length, :made)`,
  );
  const insertEntry = sql.prepare(
    `INSERT INTO time_entries (id, client_id, task_id, note, category, work_kind_id, started_at, ended_at, zone, source,
       billable, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'import', ?, ?, ?)`,
  );
  const insertKey = sql.prepare(
    'INSERT INTO imported_rows (id, import, client_id, key, untimed) VALUES (?, ?, ?, ?, ?)',
  );
  let seq: number | bigint = 0;
  let facts = new Map<string, TaskFacts>();
  try {
    commitGivingWay(sql, turn, pulse, {
      steps: entries.length,
      before() {
        const made = writeMade(sql, staged, order.now, nextId);
        seq = insertImport.run({ ...order, fresh, length, made: JSON.stringify(made) }).lastInsertRowid;
        facts = taskFacts(sql, entries);
      },
      step(index) {
        const entry = entries[index] as (typeof entries)[number];
        const id = ids[index] as string;
        const fact = entry.taskId === null ? undefined : facts.get(entry.taskId);
        insertEntry.run(
          id,
          entry.clientId,
          entry.taskId,
          entry.note,
          fact?.category ?? null,
          fact?.workKindId ?? null,
          entry.from,
          entry.to,
          zone,
          entry.billable ? 1 : 0,
          order.now,
          order.now,
        );
        insertKey.run(id, seq, entry.clientId, entry.key, entry.untimed ? 1 : 0);
      },
      after() {},
    });
  } catch (error) {
    // A client or a task went, or the same rows came in another way.
    if (error instanceof AppError && error.code === 'conflict') {
      throw new AppError('conflict', { reason: 'import.stale' }, { cause: error });
    }
    throw error;
  }
  return { entries: fresh, length };
}

interface TaskFacts {
  readonly category: string | null;
  readonly workKindId: string | null;
}

/** What entries take over from their tasks, as everywhere. */
function taskFacts(sql: Sql, entries: Staged['entries']): Map<string, TaskFacts> {
  const find = sql.prepare('SELECT category, work_kind_id AS workKindId FROM tasks WHERE id = ?');
  const ids = new Set(entries.flatMap(({ taskId }) => (taskId === null ? [] : [taskId])));
  return new Map(
    [...ids].flatMap((id) => {
      const found = find.get(id) as TaskFacts | undefined;
      return found ? [[id, found] as const] : [];
    }),
  );
}

/**
 * Takes an import back in one transaction. Throws AppError `not_found` when there is none or it is gone already,
 * `conflict` when one of its entries was changed or is on an invoice, `cancelled` when it is stopped.
 */
export function takeBack(sql: Sql, turn: Turn, importId: string, now: number, pulse: Pulse): void {
  const find = sql.prepare('SELECT seq, made FROM imports WHERE id = ? AND undone_at IS NULL');
  const found = find.get(importId) as { seq: number; made: string } | undefined;
  if (!found) throw new AppError('not_found');
  const idsOf = sql.prepare('SELECT id FROM imported_rows WHERE import = ? ORDER BY id').pluck();
  const ids = idsOf.all(found.seq) as string[];
  const removeEntry = sql.prepare('DELETE FROM time_entries WHERE id = ?');
  const removeKey = sql.prepare('DELETE FROM imported_rows WHERE id = ?');
  commitGivingWay(sql, turn, pulse, {
    steps: ids.length,
    before: () => assertUntouched(sql, found.seq),
    step(index) {
      removeEntry.run(ids[index]);
      removeKey.run(ids[index]);
    },
    after() {
      removeMade(sql, JSON.parse(found.made) as Made);
      sql.prepare('UPDATE imports SET undone_at = ? WHERE seq = ?').run(now, found.seq);
    },
  });
}

/**
 * Whatever happened to a closed entry is in its history, deleting it included. A history that leads back to what came in,
 * as after undo, is no change.
 */
function assertUntouched(sql: Sql, seq: number): void {
  const refused = (table: string, reason: string, also = '') => {
    const one = sql
      .prepare(
        `SELECT 1 FROM imported_rows r JOIN ${table} t ON t.entry_id = r.id WHERE r.import = ? ${also} LIMIT 1`,
      )
      .get(seq);
    if (one) throw new AppError('conflict', { reason });
  };
  refused('invoice_line_entries', 'import.billed');
  const history = 'FROM time_entry_changes c WHERE c.entry_id = r.id';
  refused(
    'time_entry_changes',
    'import.changed',
    `AND t.id = (SELECT min(id) ${history}) AND t.before IS NOT (SELECT c.after ${history} ORDER BY c.id DESC LIMIT 1)`,
  );
}
