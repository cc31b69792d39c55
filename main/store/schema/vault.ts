import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const credentials = sqliteTable('credentials', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  label: text('label').notNull(),
  userName: text('user_name').notNull().default(''),
  address: text('address').notNull().default(''),
  grantedBy: text('granted_by').notNull().default(''),
  grantedOn: text('granted_on'),
  reviewOn: text('review_on'),
  notes: text('notes').notNull().default(''),
  secretKey: text('secret_key').notNull(),
  secretChangedAt: integer('secret_changed_at').notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});
