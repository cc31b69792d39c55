import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const category = ['key', 'routine', 'useful'] as const;

export const boardColumns = sqliteTable('board_columns', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  name: text('name').notNull(),
  kind: text('kind', { enum: ['todo', 'doing', 'waiting', 'review', 'done'] }).notNull(),
  cardLimit: integer('card_limit'),
  rank: text('rank').notNull(),
});

export const tasks = sqliteTable('tasks', {
  seq: integer('seq').primaryKey(),
  id: text('id').notNull(),
  clientId: text('client_id').notNull(),
  columnId: text('column_id').notNull(),
  rank: text('rank').notNull(),
  title: text('title').notNull(),
  wanted: text('wanted').notNull().default(''),
  doneLooksLike: text('done_looks_like').notNull().default(''),
  dueDate: text('due_date'),
  dueTime: text('due_time'),
  dueZone: text('due_zone'),
  dueAt: integer('due_at'),
  category: text('category', { enum: category }),
  workKindId: text('work_kind_id'),
  estimateMinutes: integer('estimate_minutes'),
  waitingOn: text('waiting_on').notNull().default(''),
  waitingSince: integer('waiting_since'),
  completedAt: integer('completed_at'),
  completedZone: text('completed_zone'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const checklistItems = sqliteTable('checklist_items', {
  id: text('id').primaryKey(),
  taskId: text('task_id').notNull(),
  text: text('text').notNull(),
  done: integer('done', { mode: 'boolean' }).notNull().default(false),
  rank: text('rank').notNull(),
});

export const taskLinks = sqliteTable('task_links', {
  id: text('id').primaryKey(),
  taskId: text('task_id').notNull(),
  title: text('title').notNull().default(''),
  url: text('url').notNull(),
  fileId: text('file_id'),
  addedAt: integer('added_at').notNull(),
});

export const taskHistory = sqliteTable('task_history', {
  id: text('id').primaryKey(),
  taskId: text('task_id').notNull(),
  at: integer('at').notNull(),
  kind: text('kind').notNull(),
  data: text('data').notNull().default('{}'),
});

/** How a client's board is looked at: filters, folded columns. One row a client, under the client's id. */
export const boardViews = sqliteTable('board_views', {
  id: text('id').primaryKey(),
  view: text('view').notNull(),
});
