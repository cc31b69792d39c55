import { generateNKeysBetween } from 'fractional-indexing';
import { shortName } from '#shared/domain/import/words.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { ClientDraft } from '../../../ports/client-drafts.ts';
import type { Sql } from '../../../store/open.ts';
import type { Staged } from './staged.ts';

/** What an import makes beside its entries, by id. */
export interface Made {
  readonly clients: readonly string[];
  readonly tasks: readonly string[];
}

/** Stores the clients and tasks that the entries need, inside the caller's transaction. */
export function writeMade(sql: Sql, { drafts, tasks }: Staged, now: number, nextId: () => string): Made {
  for (const draft of drafts) writeClient(sql, draft);
  for (const clientId of new Set(tasks.map((task) => task.clientId))) {
    writeTasks(
      sql,
      clientId,
      tasks.filter((task) => task.clientId === clientId),
      now,
      nextId,
    );
  }
  return { clients: drafts.map(({ id }) => id), tasks: tasks.map(({ taskId }) => taskId) };
}

function writeClient(sql: Sql, { id, row, columns }: ClientDraft): void {
  const names = Object.keys(row);
  sql.prepare(`INSERT INTO clients (${names}) VALUES (${names.map((name) => `@${name}`)})`).run(row);
  const insert = sql.prepare(
    'INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES (?, ?, ?, ?, ?)',
  );
  for (const column of columns) insert.run(column.id, id, column.name, column.kind, column.rank);
}

/** New tasks stand on top of the first column for what is to be done. */
function writeTasks(
  sql: Sql,
  clientId: string,
  tasks: Staged['tasks'],
  now: number,
  nextId: () => string,
): void {
  const column = sql
    .prepare(
      `SELECT id, name FROM board_columns WHERE client_id = ?
       ORDER BY CASE kind WHEN 'todo' THEN 0 WHEN 'done' THEN 2 ELSE 1 END, rank LIMIT 1`,
    )
    .get(clientId) as { id: string; name: string } | undefined;
  if (!column) throw new AppError('not_found');
  const first = sql.prepare('SELECT min(rank) FROM tasks WHERE column_id = ?').pluck().get(column.id);
  const ranks = generateNKeysBetween(null, first as string | null, tasks.length);
  const insert = sql.prepare(
    `INSERT INTO tasks (id, client_id, column_id, rank, title, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const note = sql.prepare(
    `INSERT INTO task_history (id, task_id, at, kind, data) VALUES (?, ?, ?, 'created', json_object('to', ?))`,
  );
  for (const [index, { taskId, title }] of tasks.entries()) {
    insert.run(taskId, clientId, column.id, ranks[index], shortName(title, 500), now, now);
    note.run(nextId(), taskId, now, column.name);
  }
}

/** What a task and a client are made with, and no sign of use. */
const ownParts: readonly string[] = ['task_history', 'board_columns'];

/**
 * Takes away what came with an import and what nobody has used since, inside the caller's transaction, its entries
 * already gone.
 */
export function removeMade(sql: Sql, { clients, tasks }: Made): void {
  removeUnused(sql, 'tasks', tasks);
  removeUnused(sql, 'clients', clients);
}

function removeUnused(sql: Sql, table: 'tasks' | 'clients', ids: readonly string[]): void {
  const uses = referencesTo(sql, table).map((use) =>
    sql.prepare(`SELECT 1 FROM ${use.table} WHERE ${use.column} = ? LIMIT 1`),
  );
  const remove = sql.prepare(`DELETE FROM ${table} WHERE id = ? AND updated_at = created_at`);
  for (const id of ids) if (!uses.some((use) => use.get(id))) remove.run(id);
}

/** Every column that points at the ids of a table. */
function referencesTo(sql: Sql, target: string): { readonly table: string; readonly column: string }[] {
  const tables = sql.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
  return tables
    .filter((table) => !ownParts.includes(table))
    .flatMap((table) =>
      (sql.pragma(`foreign_key_list(${table})`) as { table: string; from: string; to: string }[])
        .filter((key) => key.table === target && key.to === 'id')
        .map((key) => ({ table, column: key.from })),
    );
}
