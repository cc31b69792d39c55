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
  workKindId: text('work_kind_id'),
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

export const workKinds = sqliteTable('work_kinds', {
  id: text('id').primaryKey(),
  name: text('name'),
  rank: integer('rank').notNull(),
  archived: integer('archived', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const timeTerms = sqliteTable('time_terms', {
  id: text('id').primaryKey(),
  rounding: text('rounding', { enum: ['none', 'up', 'down', 'nearest'] })
    .notNull()
    .default('none'),
  roundingMinutes: integer('rounding_minutes').notNull().default(15),
  roundingPer: text('rounding_per', { enum: ['entry', 'day'] })
    .notNull()
    .default('entry'),
  weeklyMinutes: integer('weekly_minutes'),
  updatedAt: integer('updated_at').notNull(),
});

export const timerBeat = sqliteTable('timer_beat', {
  id: integer('id').primaryKey(),
  entryId: text('entry_id').notNull(),
  runId: text('run_id').notNull(),
  wall: integer('wall').notNull(),
  monotonic: integer('monotonic').notNull(),
  closed: integer('closed', { mode: 'boolean' }).notNull().default(false),
  askedMidnight: integer('asked_midnight', { mode: 'boolean' }).notNull().default(false),
  askedLength: integer('asked_length', { mode: 'boolean' }).notNull().default(false),
  awaySince: integer('away_since'),
});

export const timeGaps = sqliteTable('time_gaps', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  entryId: text('entry_id'),
  taskId: text('task_id'),
  note: text('note').notNull().default(''),
  category: text('category', { enum: ['key', 'routine', 'useful'] }),
  workKindId: text('work_kind_id'),
  billable: integer('billable', { mode: 'boolean' }).notNull().default(true),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at').notNull(),
  zone: text('zone').notNull(),
  cause: text('cause', {
    enum: ['sleep', 'crash', 'closed', 'idle', 'clock_ahead', 'clock_back', 'stopped'],
  }).notNull(),
  noticedAt: integer('noticed_at').notNull(),
  answer: text('answer', { enum: ['kept', 'discarded', 'split'] }),
  answeredAt: integer('answered_at'),
});
