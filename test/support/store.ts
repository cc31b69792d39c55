import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';
import { Store } from '#main/store/store.ts';

/** A migrated store on a real SQLite database, in memory unless a file is named. */
export function openTestStore(file = ':memory:'): Store {
  const sql = openDatabase(file);
  migrate(sql, migrations);
  return new Store(sql, (error) => {
    throw error;
  });
}
