import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { groupings, taxCategories } from '#shared/domain/invoice.ts';

const categories = taxCategories as ['standard', 'small_business', 'none'];

export const agreements = sqliteTable('agreements', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  kind: text('kind', { enum: ['hourly', 'per_task', 'day_rate', 'retainer'] }).notNull(),
  validFrom: text('valid_from').notNull(),
  currency: text('currency').notNull(),
  rateMinor: integer('rate_minor').notNull(),
  terms: text('terms').notNull().default('{}'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const businessProfile = sqliteTable('business_profile', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  trade: text('trade').notNull().default(''),
  address: text('address').notNull().default(''),
  email: text('email').notNull().default(''),
  phone: text('phone').notNull().default(''),
  vatId: text('vat_id').notNull().default(''),
  taxNumber: text('tax_number').notNull().default(''),
  paymentDetails: text('payment_details').notNull().default(''),
  paymentDays: integer('payment_days').notNull().default(14),
  taxCategory: text('tax_category', { enum: categories }).notNull(),
  taxRate: integer('tax_rate').notNull().default(0),
  taxNote: text('tax_note').notNull().default(''),
  updatedAt: integer('updated_at').notNull(),
});

export const billingParties = sqliteTable('billing_parties', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  legalName: text('legal_name').notNull().default(''),
  contact: text('contact').notNull().default(''),
  address: text('address').notNull().default(''),
  vatId: text('vat_id').notNull().default(''),
  email: text('email').notNull().default(''),
  paymentDays: integer('payment_days'),
  updatedAt: integer('updated_at').notNull(),
});

export const invoices = sqliteTable('invoices', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  kind: text('kind', { enum: ['invoice', 'credit_note'] })
    .notNull()
    .default('invoice'),
  correctsId: text('corrects_id'),
  state: text('state', { enum: ['draft', 'issued'] })
    .notNull()
    .default('draft'),
  currency: text('currency').notNull(),
  language: text('language').notNull(),
  issueDate: text('issue_date').notNull(),
  dueDate: text('due_date').notNull(),
  periodFrom: text('period_from').notNull(),
  periodTo: text('period_to').notNull(),
  grouping: text('grouping', { enum: groupings as ['task', 'day', 'one'] }).notNull(),
  taxCategory: text('tax_category', { enum: categories }).notNull(),
  taxRate: integer('tax_rate').notNull(),
  note: text('note').notNull().default(''),
  seriesId: text('series_id'),
  period: text('period'),
  counter: integer('counter'),
  number: text('number'),
  issuedAt: integer('issued_at'),
  netMinor: integer('net_minor'),
  taxMinor: integer('tax_minor'),
  grossMinor: integer('gross_minor'),
  snapshot: text('snapshot'),
  documentId: text('document_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const invoiceLines = sqliteTable('invoice_lines', {
  id: text('id').primaryKey(),
  invoiceId: text('invoice_id').notNull(),
  clientId: text('client_id').notNull(),
  position: integer('position').notNull(),
  kind: text('kind', { enum: ['time', 'free'] }).notNull(),
  text: text('text').notNull(),
  seconds: integer('seconds'),
  quantity: integer('quantity'),
  unitMinor: integer('unit_minor').notNull(),
  taxCategory: text('tax_category', { enum: categories }).notNull(),
  taxRate: integer('tax_rate').notNull(),
  netMinor: integer('net_minor'),
});

export const invoiceDocuments = sqliteTable('invoice_documents', {
  id: text('id').primaryKey(),
  invoiceId: text('invoice_id').notNull(),
  format: text('format', { enum: ['pdf'] }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  sha256: text('sha256').notNull(),
  createdAt: integer('created_at').notNull(),
});
