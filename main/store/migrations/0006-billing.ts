import type { Migration } from '../migrate.ts';
import { billingLocks } from './billing-locks.ts';

// Drafts and issued invoices share their tables; an issued one is whole or it does not exist, which the CHECK on
// invoices says, and nothing of it changes again, which the triggers say. A line's seconds and net are only
// written when it is issued; until then they follow its time entries.
export const billing: Migration = {
  version: 6,
  name: 'billing',
  sql: `
    -- Set in the transaction that issues, so that what is unbilled is found without looking at what is billed.
    ALTER TABLE time_entries ADD COLUMN billed INTEGER NOT NULL DEFAULT 0 CHECK (billed IN (0, 1));
    CREATE INDEX time_entries_unbilled ON time_entries (client_id, zone, started_at, ended_at)
      WHERE billed = 0 AND billable = 1 AND ended_at IS NOT NULL;

    CREATE TABLE agreements (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('hourly', 'per_task', 'day_rate', 'retainer')),
      valid_from TEXT NOT NULL,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      rate_minor INTEGER NOT NULL CHECK (rate_minor >= 0),
      terms TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(terms)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (client_id, kind, valid_from)
    ) STRICT;

    CREATE TABLE business_profile (
      id TEXT PRIMARY KEY CHECK (id = 'own'),
      name TEXT NOT NULL,
      trade TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      vat_id TEXT NOT NULL DEFAULT '',
      tax_number TEXT NOT NULL DEFAULT '',
      payment_details TEXT NOT NULL DEFAULT '',
      payment_days INTEGER NOT NULL DEFAULT 14 CHECK (payment_days BETWEEN 0 AND 365),
      tax_category TEXT NOT NULL CHECK (tax_category IN ('standard', 'small_business', 'none')),
      tax_rate INTEGER NOT NULL DEFAULT 0 CHECK (tax_rate BETWEEN 0 AND 100000),
      tax_note TEXT NOT NULL DEFAULT '',
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE billing_parties (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL UNIQUE REFERENCES clients (id) ON DELETE CASCADE,
      legal_name TEXT NOT NULL DEFAULT '',
      contact TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      vat_id TEXT NOT NULL DEFAULT '',
      email TEXT NOT NULL DEFAULT '',
      payment_days INTEGER CHECK (payment_days BETWEEN 0 AND 365),
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE number_series (
      id TEXT PRIMARY KEY,
      document TEXT NOT NULL UNIQUE CHECK (document IN ('invoice', 'credit_note')),
      scope TEXT NOT NULL CHECK (scope IN ('global', 'year', 'client')),
      pattern TEXT NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE number_counters (
      series_id TEXT NOT NULL REFERENCES number_series (id) ON DELETE RESTRICT,
      period TEXT NOT NULL,
      first INTEGER NOT NULL CHECK (first > 0),
      next INTEGER NOT NULL CHECK (next >= first),
      PRIMARY KEY (series_id, period)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE invoices (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      kind TEXT NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'credit_note')),
      corrects_id TEXT REFERENCES invoices (id) ON DELETE RESTRICT,
      state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued')),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      language TEXT NOT NULL,
      issue_date TEXT NOT NULL,
      due_date TEXT NOT NULL CHECK (due_date >= issue_date),
      period_from TEXT NOT NULL,
      period_to TEXT NOT NULL CHECK (period_to >= period_from),
      grouping TEXT NOT NULL CHECK (grouping IN ('task', 'day', 'one')),
      tax_category TEXT NOT NULL CHECK (tax_category IN ('standard', 'small_business', 'none')),
      tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 100000),
      note TEXT NOT NULL DEFAULT '',
      series_id TEXT REFERENCES number_series (id) ON DELETE RESTRICT,
      period TEXT,
      counter INTEGER,
      number TEXT,
      issued_at INTEGER,
      net_minor INTEGER,
      tax_minor INTEGER,
      gross_minor INTEGER,
      snapshot TEXT CHECK (snapshot IS NULL OR json_valid(snapshot)),
      document_id TEXT REFERENCES invoice_documents (id) ON DELETE RESTRICT,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (id, client_id),
      CHECK ((kind = 'credit_note') = (corrects_id IS NOT NULL)),
      CHECK (
        (state = 'draft' AND coalesce(series_id, period, counter, number, issued_at, net_minor, tax_minor,
          gross_minor, snapshot, document_id) IS NULL)
        OR (state = 'issued' AND series_id IS NOT NULL AND period IS NOT NULL AND counter IS NOT NULL
          AND number IS NOT NULL AND issued_at IS NOT NULL AND net_minor IS NOT NULL AND tax_minor IS NOT NULL
          AND gross_minor = net_minor + tax_minor AND snapshot IS NOT NULL AND document_id IS NOT NULL)
      )
    ) STRICT;
    CREATE INDEX invoices_by_client ON invoices (client_id, issue_date);
    CREATE INDEX invoices_by_state ON invoices (state, issue_date);
    CREATE UNIQUE INDEX invoices_by_number ON invoices (number) WHERE number IS NOT NULL;
    CREATE UNIQUE INDEX invoices_by_counter ON invoices (series_id, period, counter) WHERE counter IS NOT NULL;

    CREATE TABLE invoice_lines (
      id TEXT PRIMARY KEY,
      invoice_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('time', 'free')),
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
      seconds INTEGER CHECK (seconds >= 0),
      quantity INTEGER,
      unit_minor INTEGER NOT NULL,
      tax_category TEXT NOT NULL CHECK (tax_category IN ('standard', 'small_business', 'none')),
      tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 100000),
      net_minor INTEGER,
      UNIQUE (id, client_id),
      CHECK ((kind = 'free') = (quantity IS NOT NULL)),
      CHECK (kind = 'time' OR seconds IS NULL),
      FOREIGN KEY (invoice_id, client_id) REFERENCES invoices (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX invoice_lines_by_invoice ON invoice_lines (invoice_id, position);

    -- One row for one entry: what is on a line cannot be put on another. The composite keys keep clients apart.
    CREATE TABLE invoice_line_entries (
      id TEXT PRIMARY KEY,
      line_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      entry_id TEXT NOT NULL UNIQUE,
      FOREIGN KEY (line_id, client_id) REFERENCES invoice_lines (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (entry_id, client_id) REFERENCES time_entries (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX invoice_line_entries_by_line ON invoice_line_entries (line_id);

    CREATE TABLE invoice_taxes (
      invoice_id TEXT NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
      category TEXT NOT NULL,
      rate INTEGER NOT NULL,
      net_minor INTEGER NOT NULL,
      tax_minor INTEGER NOT NULL,
      PRIMARY KEY (invoice_id, category, rate)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE invoice_documents (
      id TEXT PRIMARY KEY,
      invoice_id TEXT NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
      format TEXT NOT NULL CHECK (format IN ('pdf')),
      bytes BLOB NOT NULL CHECK (length(bytes) > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      created_at INTEGER NOT NULL,
      UNIQUE (invoice_id, format)
    ) STRICT;
    ${billingLocks}
    INSERT INTO number_series (id, document, scope, pattern, updated_at)
    VALUES ('invoice', 'invoice', 'year', '{YYYY}-{NNN}', 0);
  `,
};
