import type { Migration } from '#main/store/migrate.ts';

/**
 * A first version with rows and others that refer to them, then versions that each rebuild the first; every version
 * doubles the amounts. If the foreign keys did not rest meanwhile, what refers to the rows would go with them.
 */
export const steps: readonly Migration[] = [
  {
    version: 1,
    name: 'rows',
    sql: `CREATE TABLE rows (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO rows SELECT i, i, hex(randomblob(20)) FROM n;
      CREATE TABLE parts (row INTEGER NOT NULL REFERENCES rows (id) ON DELETE CASCADE) STRICT;
      CREATE INDEX parts_by_row ON parts (row);
      INSERT INTO parts SELECT id FROM rows WHERE id % 20 = 0`,
  },
  ...Array.from({ length: 6 }, (_, index) => ({
    version: index + 2,
    name: `rebuild ${index}`,
    rebuildsTables: true,
    sql: `CREATE TABLE rebuilt (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT NOT NULL) STRICT;
      INSERT INTO rebuilt SELECT id, amount * 2, note FROM rows;
      DROP TABLE rows;
      ALTER TABLE rebuilt RENAME TO rows;`,
  })),
];
