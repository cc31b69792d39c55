import type { Migration } from '../migrate.ts';

// What e-invoices a client wants, and the person's own words for why no tax is charged, by the document's language.
export const einvoices: Migration = {
  version: 16,
  name: 'einvoices',
  sql: `
    CREATE TABLE einvoice_terms (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL UNIQUE REFERENCES clients (id) ON DELETE CASCADE,
      formats TEXT NOT NULL CHECK (json_valid(formats)),
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE tax_texts (
      id TEXT PRIMARY KEY,
      category TEXT NOT NULL
        CHECK (category IN ('exempt', 'reverse_charge', 'intra_eu', 'export', 'none')),
      language TEXT NOT NULL,
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
      updated_at INTEGER NOT NULL,
      UNIQUE (category, language)
    ) STRICT;
  `,
};
