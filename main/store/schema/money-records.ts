import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { allTaxCategories } from '#shared/domain/tax-category.ts';

export const billingFiles = sqliteTable('billing_files', {
  id: text('id').primaryKey(),
  purpose: text('purpose', { enum: ['receipt', 'logo'] }).notNull(),
  name: text('name').notNull(),
  type: text('type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  createdAt: integer('created_at').notNull(),
});

export const expenses = sqliteTable('expenses', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  spentOn: text('spent_on').notNull(),
  text: text('text').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').notNull(),
  taxCategory: text('tax_category', { enum: allTaxCategories }),
  taxRate: integer('tax_rate'),
  billable: integer('billable').notNull().default(1),
  receiptId: text('receipt_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const payments = sqliteTable('payments', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  paidOn: text('paid_on').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  note: text('note').notNull().default(''),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const invoiceWriteOffs = sqliteTable('invoice_write_offs', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  writtenOffOn: text('written_off_on').notNull(),
  amountMinor: integer('amount_minor').notNull(),
  reason: text('reason').notNull().default(''),
  createdAt: integer('created_at').notNull(),
});

export const invoiceReminders = sqliteTable('invoice_reminders', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  invoiceId: text('invoice_id').notNull(),
  level: integer('level').notNull(),
  madeOn: text('made_on').notNull(),
  createdAt: integer('created_at').notNull(),
});
