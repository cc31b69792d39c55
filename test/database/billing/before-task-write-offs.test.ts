import { expect, it } from 'vitest';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';

const before = migrations.findIndex(({ name }) => name === 'task-write-offs');

it('tells what a task took along when it was written off from what was tracked for it later', () => {
  const sql = openDatabase(':memory:');
  migrate(sql, migrations.slice(0, before));
  const entry = (id: string, createdAt: number, rest = `1, 0`) =>
    sql.exec(`INSERT INTO time_entries (id, client_id, task_id, started_at, ended_at, zone, source, billable, billed,
      created_at, updated_at) VALUES ('${id}', 'c', 't', 0, 3600000, 'UTC', 'manual', ${rest}, ${createdAt}, 1)`);
  sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
    VALUES ('c', 'Sample', 'SC', 1, 'UTC', '[]', 'en', 'EUR', 1, 1);
    INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES ('k', 'c', 'To do', 'todo', 'a0');
    INSERT INTO tasks (id, client_id, column_id, rank, title, completed_at, created_at, updated_at)
    VALUES ('t', 'c', 'k', 'a0', 'Newsletter', 40, 1, 1);
  `);
  entry('before', 10);
  entry('own', 20);
  entry('notBillable', 30, '0, 0');
  entry('later', 60);
  sql.exec(`
    INSERT INTO write_offs (id, client_id, entry_id, at) VALUES ('w1', 'c', 'own', 45);
    INSERT INTO write_offs (id, client_id, task_id, reason, at) VALUES ('w2', 'c', 't', 'A gift', 50);
  `);
  migrate(sql, migrations);
  const rows = sql
    .prepare('SELECT entry_id, reason, at, part_of, length(id) FROM write_offs ORDER BY at, part_of')
    .raw();
  expect(rows.all()).toEqual([
    ['own', '', 45, null, 2],
    [null, 'A gift', 50, null, 2],
    ['before', 'A gift', 50, 'w2', 36],
  ]);
  sql.close();
});
