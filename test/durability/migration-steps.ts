import type { Migration } from '#main/store/migrate.ts';

/** A first version with rows, then versions that each rebuild them; every version doubles the amounts. */
export const steps: readonly Migration[] = [
  {
    version: 1,
    name: 'rows',
    sql: `CREATE TABLE rows (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO rows SELECT i, i, hex(randomblob(20)) FROM n`,
  },
  ...Array.from({ length: 6 }, (_, index) => ({
    version: index + 2,
    name: `rebuild ${index}`,
    sql: `CREATE TABLE rebuilt (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
      INSERT INTO rebuilt SELECT id, amount * 2, note FROM rows;
      DROP TABLE rows;
      ALTER TABLE rebuilt RENAME TO rows;`,
  })),
];
