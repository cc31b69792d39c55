import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const timeEntries = sqliteTable('time_entries', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  taskId: text('task_id'),
  note: text('note').notNull().default(''),
  category: text('category', { enum: ['key', 'routine', 'useful'] }),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at'),
  zone: text('zone').notNull(),
  source: text('source', { enum: ['timer', 'manual', 'event', 'import'] }).notNull(),
  eventKey: text('event_key'),
  billable: integer('billable', { mode: 'boolean' }).notNull().default(true),
  billed: integer('billed', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const timeEntryChanges = sqliteTable('time_entry_changes', {
  id: integer('id').primaryKey(),
  entryId: text('entry_id').notNull(),
  clientId: text('client_id').notNull(),
  at: integer('at').notNull(),
  before: text('before'),
  after: text('after'),
});
