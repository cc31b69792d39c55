import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const imports = sqliteTable('imports', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  source: text('source', { enum: ['toggl', 'clockify', 'harvest', 'other'] }).notNull(),
  file: text('file').notNull(),
  at: integer('at').notNull(),
  entries: integer('entries').notNull(),
  milliseconds: integer('milliseconds').notNull(),
  made: text('made').notNull(),
  undoneAt: integer('undone_at'),
});

export const importedRows = sqliteTable('imported_rows', {
  id: text('id').primaryKey(),
  import: integer('import').notNull(),
  clientId: text('client_id').notNull(),
  key: blob('key', { mode: 'buffer' }).notNull(),
  untimed: integer('untimed', { mode: 'boolean' }).notNull(),
});
