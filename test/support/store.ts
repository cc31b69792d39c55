import { existsSync, writeFileSync } from 'node:fs';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';
import { Store } from '#main/store/store.ts';

let template: Buffer | null = null;

/** An empty workspace after all migrations, made once per process: migrating takes longer than most tests. */
function migrated(): Buffer {
  if (template) return template;
  const sql = openDatabase(':memory:');
  migrate(sql, migrations);
  template = sql.serialize();
  sql.close();
  return template;
}

/** A migrated store on a real SQLite database, in memory unless a file is named. A file that is there is migrated. */
export function openTestStore(file?: string): Store {
  if (file !== undefined && !existsSync(file)) writeFileSync(file, migrated());
  const sql = openDatabase(file ?? migrated());
  if (file !== undefined) migrate(sql, migrations);
  return new Store(sql, (error) => {
    throw error;
  });
}
