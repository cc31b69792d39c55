import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { agreementKinds } from '#shared/domain/agreement-terms.ts';
import { documentFormats, lineKinds, sourceKinds } from '#shared/domain/invoice.ts';
import { allTaxCategories as categories } from '#shared/domain/tax-category.ts';

export const agreements = sqliteTable('agreements', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  kind: text('kind', { enum: agreementKinds }).notNull(),
  title: text('title').notNull().default(''),
  workKinds: text('work_kinds'),
  endedOn: text('ended_on'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const agreementTerms = sqliteTable('agreement_terms', {
  id: text('id').primaryKey(),
  agreementId: text('agreement_id').notNull(),
  clientId: text('client_id').notNull(),
  validFrom: text('valid_from').notNull(),
  currency: text('currency').notNull(),
  rateMinor: integer('rate_minor').notNull(),
  terms: text('terms').notNull().default('{}'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const entryPrices = sqliteTable('entry_prices', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  termsId: text('terms_id').notNull(),
  rateMinor: integer('rate_minor').notNull(),
  currency: text('currency').notNull(),
  terms: text('terms').notNull().default('{}'),
  dayStart: integer('day_start').notNull(),
  dayEnd: integer('day_end').notNull(),
});

export const taskPrices = sqliteTable('task_prices', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  termsId: text('terms_id'),
  priceMinor: integer('price_minor').notNull(),
  currency: text('currency').notNull(),
});

export const writeOffs = sqliteTable('write_offs', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  entryId: text('entry_id'),
  taskId: text('task_id'),
  fee: text('fee'),
  expenseId: text('expense_id'),
  reason: text('reason').notNull().default(''),
  at: integer('at').notNull(),
  partOf: text('part_of'),
});

/** Columns of a structured address, and where e-invoices go. */
const postal = {
  street: text('street').notNull().default(''),
  postcode: text('postcode').notNull().default(''),
  city: text('city').notNull().default(''),
  region: text('region').notNull().default(''),
  country: text('country').notNull().default(''),
  endpointScheme: text('endpoint_scheme').notNull().default(''),
  endpoint: text('endpoint').notNull().default(''),
};

export const businessProfile = sqliteTable('business_profile', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  trade: text('trade').notNull().default(''),
  address: text('address').notNull().default(''),
  ...postal,
  email: text('email').notNull().default(''),
  phone: text('phone').notNull().default(''),
  vatId: text('vat_id').notNull().default(''),
  taxNumber: text('tax_number').notNull().default(''),
  registration: text('registration').notNull().default(''),
  paymentDetails: text('payment_details').notNull().default(''),
  accountHolder: text('account_holder').notNull().default(''),
  iban: text('iban').notNull().default(''),
  bic: text('bic').notNull().default(''),
  bank: text('bank').notNull().default(''),
  paymentDays: integer('payment_days').notNull().default(14),
  taxCategory: text('tax_category', { enum: categories }).notNull(),
  taxRate: integer('tax_rate').notNull().default(0),
  taxNote: text('tax_note').notNull().default(''),
  logoId: text('logo_id'),
  accent: text('accent').notNull().default(''),
  paper: text('paper', { enum: ['a4', 'letter'] })
    .notNull()
    .default('a4'),
  updatedAt: integer('updated_at').notNull(),
});

export const billingParties = sqliteTable('billing_parties', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  legalName: text('legal_name').notNull().default(''),
  contact: text('contact').notNull().default(''),
  address: text('address').notNull().default(''),
  ...postal,
  buyerReference: text('buyer_reference').notNull().default(''),
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
  givesBack: integer('gives_back').notNull().default(0),
  state: text('state', { enum: ['draft', 'issued'] })
    .notNull()
    .default('draft'),
  currency: text('currency').notNull(),
  language: text('language').notNull(),
  issueDate: text('issue_date').notNull(),
  dueDate: text('due_date').notNull(),
  periodFrom: text('period_from').notNull(),
  periodTo: text('period_to').notNull(),
  grouping: text('grouping', { enum: ['task', 'day', 'kind', 'one'] }).notNull(),
  taxCategory: text('tax_category', { enum: categories }).notNull(),
  taxRate: integer('tax_rate').notNull(),
  ownTax: text('own_tax'),
  note: text('note').notNull().default(''),
  orderReference: text('order_reference').notNull().default(''),
  displayCurrency: text('display_currency'),
  displayRate: text('display_rate'),
  displayDate: text('display_date'),
  displaySource: text('display_source').notNull().default(''),
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
  logoId: text('logo_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const invoiceLines = sqliteTable('invoice_lines', {
  id: text('id').primaryKey(),
  invoiceId: text('invoice_id').notNull(),
  clientId: text('client_id').notNull(),
  position: integer('position').notNull(),
  kind: text('kind', { enum: lineKinds }).notNull(),
  text: text('text').notNull(),
  seconds: integer('seconds'),
  quantity: integer('quantity'),
  unitMinor: integer('unit_minor').notNull(),
  percent: integer('percent'),
  detail: text('detail'),
  taxCategory: text('tax_category', { enum: categories }).notNull(),
  taxRate: integer('tax_rate').notNull(),
  netMinor: integer('net_minor'),
  correctsLineId: text('corrects_line_id'),
  typed: integer('typed', { mode: 'boolean' }).notNull().default(false),
});

export const invoiceLineEntries = sqliteTable('invoice_line_entries', {
  id: text('id').primaryKey(),
  lineId: text('line_id').notNull(),
  clientId: text('client_id').notNull(),
  entryId: text('entry_id').notNull(),
  releasedBy: text('released_by'),
});

export const invoiceLineSources = sqliteTable('invoice_line_sources', {
  id: text('id').primaryKey(),
  lineId: text('line_id').notNull(),
  clientId: text('client_id').notNull(),
  kind: text('kind', { enum: sourceKinds }).notNull(),
  ref: text('ref').notNull(),
  releasedBy: text('released_by'),
});

export const invoiceDocuments = sqliteTable('invoice_documents', {
  id: text('id').primaryKey(),
  invoiceId: text('invoice_id').notNull(),
  format: text('format', { enum: documentFormats }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  sha256: text('sha256').notNull(),
  createdAt: integer('created_at').notNull(),
});
