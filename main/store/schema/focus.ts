import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const focus = sqliteTable('focus', {
  id: integer('id').primaryKey(),
  phase: text('phase', { enum: ['work', 'done', 'break', 'rested'] }).notNull(),
  length: integer('length').notNull(),
  credited: integer('credited').notNull(),
  paused: integer('paused', { mode: 'boolean' }).notNull(),
  since: integer('since').notNull(),
  seenAt: integer('seen_at').notNull(),
  told: integer('told', { mode: 'boolean' }).notNull(),
});

export const focusRounds = sqliteTable('focus_rounds', {
  id: integer('id').primaryKey(),
  finishedAt: integer('finished_at').notNull(),
  length: integer('length').notNull(),
  /** Of the invented workspace, and gone with it. */
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
});
