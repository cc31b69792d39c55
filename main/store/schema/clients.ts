import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const clients = sqliteTable('clients', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  code: text('code').notNull(),
  color: integer('color').notNull(),
  zone: text('zone').notNull(),
  workingHours: text('working_hours').notNull(),
  language: text('language').notNull(),
  currency: text('currency').notNull(),
  responseMinutes: integer('response_minutes'),
  notes: text('notes').notNull().default(''),
  contractStart: text('contract_start'),
  contractEnd: text('contract_end'),
  confidentialUntil: text('confidential_until'),
  state: text('state', { enum: ['active', 'paused', 'ended'] })
    .notNull()
    .default('active'),
  pinned: integer('pinned', { mode: 'boolean' }).notNull().default(false),
  archivedAt: integer('archived_at'),
  sample: integer('sample', { mode: 'boolean' }).notNull().default(false),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const contacts = sqliteTable('contacts', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull().default(''),
  email: text('email').notNull().default(''),
  phone: text('phone').notNull().default(''),
  rank: text('rank').notNull(),
});

export const channels = sqliteTable('channels', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  priority: text('priority', { enum: ['main', 'second'] }).notNull(),
  kind: text('kind', { enum: ['email', 'phone', 'chat', 'video', 'board', 'other'] }).notNull(),
  value: text('value').notNull().default(''),
});
