import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const einvoiceTerms = sqliteTable('einvoice_terms', {
  id: text('id').primaryKey(),
  clientId: text('client_id').notNull(),
  formats: text('formats').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const taxTexts = sqliteTable('tax_texts', {
  id: text('id').primaryKey(),
  category: text('category', { enum: ['exempt', 'reverse_charge', 'intra_eu', 'export', 'none'] }).notNull(),
  language: text('language').notNull(),
  text: text('text').notNull(),
  updatedAt: integer('updated_at').notNull(),
});
