import type { Migration } from '../migrate.ts';
import { billingLocks } from './billing-locks.ts';
import { invoiceLocks } from './invoice-locks.ts';
import { moneyRecords } from './money-records.ts';

const taxCategories = `('standard', 'zero', 'exempt', 'small_business', 'reverse_charge', 'intra_eu', 'export', 'none')`;

const dropTriggers = [...billingLocks.matchAll(/CREATE TRIGGER (\w+)/g)]
  .map(([, name]) => `DROP TRIGGER ${name};`)
  .join('\n');

/** Puts the rows of a table into the one that was made in its place; columns that are new keep their defaults. */
const replace = (table: string, columns: string) => `
  INSERT INTO ${table}_new (${columns}) SELECT ${columns} FROM ${table};
  DROP TABLE ${table};
  ALTER TABLE ${table}_new RENAME TO ${table};`;

// Invoices for every kind of agreement, and credit notes. The CHECKs of the first version say too little, and SQLite
// cannot change one, so the tables are made anew with all that they hold.
export const invoices: Migration = {
  version: 13,
  name: 'invoices',
  rebuildsTables: true,
  sql: `
    ${dropTriggers}

    -- Who bills: where in the world, how to be paid, and how the page looks. The free address stays what is printed
    -- until a structured one is filled in.
    CREATE TABLE business_profile_new (
      id TEXT PRIMARY KEY CHECK (id = 'own'),
      name TEXT NOT NULL,
      trade TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      street TEXT NOT NULL DEFAULT '',
      postcode TEXT NOT NULL DEFAULT '',
      city TEXT NOT NULL DEFAULT '',
      region TEXT NOT NULL DEFAULT '',
      country TEXT NOT NULL DEFAULT '' CHECK (country = '' OR country GLOB '[A-Z][A-Z]'),
      email TEXT NOT NULL DEFAULT '',
      phone TEXT NOT NULL DEFAULT '',
      vat_id TEXT NOT NULL DEFAULT '',
      tax_number TEXT NOT NULL DEFAULT '',
      registration TEXT NOT NULL DEFAULT '',
      endpoint_scheme TEXT NOT NULL DEFAULT '',
      endpoint TEXT NOT NULL DEFAULT '',
      payment_details TEXT NOT NULL DEFAULT '',
      account_holder TEXT NOT NULL DEFAULT '',
      iban TEXT NOT NULL DEFAULT '',
      bic TEXT NOT NULL DEFAULT '',
      bank TEXT NOT NULL DEFAULT '',
      payment_days INTEGER NOT NULL DEFAULT 14 CHECK (payment_days BETWEEN 0 AND 365),
      tax_category TEXT NOT NULL CHECK (tax_category IN ${taxCategories}),
      tax_rate INTEGER NOT NULL DEFAULT 0 CHECK (tax_rate BETWEEN 0 AND 100000),
      tax_note TEXT NOT NULL DEFAULT '',
      logo_id TEXT REFERENCES billing_files (id) ON DELETE RESTRICT,
      accent TEXT NOT NULL DEFAULT '' CHECK (accent = '' OR accent GLOB '#[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'),
      paper TEXT NOT NULL DEFAULT 'a4' CHECK (paper IN ('a4', 'letter')),
      updated_at INTEGER NOT NULL
    ) STRICT;
    ${replace(
      'business_profile',
      `id, name, trade, address, email, phone, vat_id, tax_number, payment_details, payment_days, tax_category,
       tax_rate, tax_note, updated_at`,
    )}

    ALTER TABLE billing_parties ADD COLUMN street TEXT NOT NULL DEFAULT '';
    ALTER TABLE billing_parties ADD COLUMN postcode TEXT NOT NULL DEFAULT '';
    ALTER TABLE billing_parties ADD COLUMN city TEXT NOT NULL DEFAULT '';
    ALTER TABLE billing_parties ADD COLUMN region TEXT NOT NULL DEFAULT '';
    ALTER TABLE billing_parties ADD COLUMN country TEXT NOT NULL DEFAULT ''
      CHECK (country = '' OR country GLOB '[A-Z][A-Z]');
    ALTER TABLE billing_parties ADD COLUMN endpoint_scheme TEXT NOT NULL DEFAULT '';
    ALTER TABLE billing_parties ADD COLUMN endpoint TEXT NOT NULL DEFAULT '';
    ALTER TABLE billing_parties ADD COLUMN buyer_reference TEXT NOT NULL DEFAULT '';

    -- Credit notes count by themselves, or go on in the invoices' series.
    ALTER TABLE number_series ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));
    INSERT INTO number_series (id, document, scope, pattern, updated_at)
    VALUES ('credit_note', 'credit_note', 'year', 'CN-{YYYY}-{NNN}', 0);

    CREATE TABLE invoices_new (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      kind TEXT NOT NULL DEFAULT 'invoice' CHECK (kind IN ('invoice', 'credit_note')),
      corrects_id TEXT REFERENCES invoices (id) ON DELETE RESTRICT,
      -- Of a credit note: the work of lines of which nothing is left can be billed again.
      gives_back INTEGER NOT NULL DEFAULT 0 CHECK (gives_back IN (0, 1)),
      state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued')),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      language TEXT NOT NULL,
      issue_date TEXT NOT NULL,
      due_date TEXT NOT NULL CHECK (due_date >= issue_date),
      period_from TEXT NOT NULL,
      period_to TEXT NOT NULL CHECK (period_to >= period_from),
      grouping TEXT NOT NULL CHECK (grouping IN ('task', 'day', 'kind', 'one')),
      tax_category TEXT NOT NULL CHECK (tax_category IN ${taxCategories}),
      tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 100000),
      note TEXT NOT NULL DEFAULT '',
      order_reference TEXT NOT NULL DEFAULT '',
      -- The total in another currency: the rate as a decimal text, of which day, and from where.
      display_currency TEXT CHECK (length(display_currency) = 3),
      display_rate TEXT,
      display_date TEXT,
      display_source TEXT NOT NULL DEFAULT '',
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
      CHECK (gives_back = 0 OR kind = 'credit_note'),
      CHECK ((display_currency IS NULL) = (display_rate IS NULL) AND (display_rate IS NULL) = (display_date IS NULL)),
      CHECK (
        (state = 'draft' AND coalesce(series_id, period, counter, number, issued_at, net_minor, tax_minor,
          gross_minor, snapshot, document_id) IS NULL)
        OR (state = 'issued' AND series_id IS NOT NULL AND period IS NOT NULL AND counter IS NOT NULL
          AND number IS NOT NULL AND issued_at IS NOT NULL AND net_minor IS NOT NULL AND tax_minor IS NOT NULL
          AND gross_minor = net_minor + tax_minor AND snapshot IS NOT NULL AND document_id IS NOT NULL)
      )
    ) STRICT;
    ${replace(
      'invoices',
      `id, client_id, kind, corrects_id, state, currency, language, issue_date, due_date, period_from, period_to,
       grouping, tax_category, tax_rate, note, series_id, period, counter, number, issued_at, net_minor, tax_minor,
       gross_minor, snapshot, document_id, created_at, updated_at`,
    )}
    CREATE INDEX invoices_by_client ON invoices (client_id, issue_date);
    CREATE INDEX invoices_by_state ON invoices (state, issue_date);
    CREATE INDEX invoices_by_corrected ON invoices (corrects_id) WHERE corrects_id IS NOT NULL;
    CREATE UNIQUE INDEX invoices_by_number ON invoices (number) WHERE number IS NOT NULL;
    CREATE UNIQUE INDEX invoices_by_counter ON invoices (series_id, period, counter) WHERE counter IS NOT NULL;

    -- Seconds are of lines with work behind them, quantities (thousandths) of all but those billed by the hour. A
    -- discount is an amount below zero, or a share (thousandths of a percent) of the other lines of its tax.
    CREATE TABLE invoice_lines_new (
      id TEXT PRIMARY KEY,
      invoice_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('time', 'day', 'task', 'fee', 'hours', 'expense', 'discount', 'free')),
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
      seconds INTEGER CHECK (seconds >= 0),
      quantity INTEGER,
      unit_minor INTEGER NOT NULL,
      percent INTEGER CHECK (percent BETWEEN 1 AND 100000),
      -- What else the line says of where it comes from, such as the cycle of a retainer.
      detail TEXT CHECK (detail IS NULL OR json_valid(detail)),
      tax_category TEXT NOT NULL CHECK (tax_category IN ${taxCategories}),
      tax_rate INTEGER NOT NULL CHECK (tax_rate BETWEEN 0 AND 100000),
      net_minor INTEGER,
      -- Of a credit note: the line that it takes back, whole or in part; then its net is known from the start.
      corrects_line_id TEXT REFERENCES invoice_lines (id) ON DELETE RESTRICT,
      UNIQUE (id, client_id),
      CHECK (corrects_line_id IS NULL OR net_minor IS NOT NULL),
      CHECK ((kind IN ('time', 'hours') OR percent IS NOT NULL) = (quantity IS NULL)),
      CHECK (percent IS NULL OR (kind = 'discount' AND unit_minor = 0)),
      CHECK (kind <> 'discount' OR unit_minor <= 0 OR corrects_line_id IS NOT NULL),
      CHECK (seconds IS NULL OR kind NOT IN ('expense', 'discount', 'free')),
      FOREIGN KEY (invoice_id, client_id) REFERENCES invoices (id, client_id) ON DELETE CASCADE
    ) STRICT;
    ${replace(
      'invoice_lines',
      `id, invoice_id, client_id, position, kind, text, seconds, quantity, unit_minor, tax_category, tax_rate,
       net_minor`,
    )}
    CREATE INDEX invoice_lines_by_invoice ON invoice_lines (invoice_id, position);
    CREATE INDEX invoice_lines_by_corrected ON invoice_lines (corrects_line_id) WHERE corrects_line_id IS NOT NULL;

    -- One live row for one entry: what is on a line cannot be put on another, until a credit note gives it back. The
    -- composite keys keep clients apart.
    CREATE TABLE invoice_line_entries_new (
      id TEXT PRIMARY KEY,
      line_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      entry_id TEXT NOT NULL,
      released_by TEXT REFERENCES invoices (id) ON DELETE RESTRICT,
      FOREIGN KEY (line_id, client_id) REFERENCES invoice_lines (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (entry_id, client_id) REFERENCES time_entries (id, client_id) ON DELETE CASCADE
    ) STRICT;
    ${replace('invoice_line_entries', 'id, line_id, client_id, entry_id')}
    CREATE UNIQUE INDEX one_live_line_of_entry ON invoice_line_entries (entry_id) WHERE released_by IS NULL;
    CREATE INDEX invoice_line_entries_by_line ON invoice_line_entries (line_id);
    CREATE INDEX invoice_line_entries_by_entry ON invoice_line_entries (entry_id);
    CREATE INDEX invoice_line_entries_by_release ON invoice_line_entries (released_by) WHERE released_by IS NOT NULL;

    -- What stands behind a line besides time: a task with its own price, a day, a fee or the hours of a cycle
    -- (agreement and its first day), an expense. One live row for one source, as with entries.
    CREATE TABLE invoice_line_sources (
      id TEXT PRIMARY KEY,
      line_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('task', 'day', 'fee', 'hours', 'expense')),
      ref TEXT NOT NULL CHECK (length(ref) > 0),
      released_by TEXT REFERENCES invoices (id) ON DELETE RESTRICT,
      FOREIGN KEY (line_id, client_id) REFERENCES invoice_lines (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE UNIQUE INDEX one_live_line_of_source ON invoice_line_sources (kind, ref) WHERE released_by IS NULL;
    CREATE INDEX invoice_line_sources_by_line ON invoice_line_sources (line_id);
    CREATE INDEX invoice_line_sources_by_release ON invoice_line_sources (released_by) WHERE released_by IS NOT NULL;

    CREATE TABLE invoice_documents_new (
      id TEXT PRIMARY KEY,
      invoice_id TEXT NOT NULL REFERENCES invoices (id) ON DELETE RESTRICT,
      format TEXT NOT NULL CHECK (format IN ('pdf', 'ubl', 'cii', 'xrechnung', 'facturx')),
      bytes BLOB NOT NULL CHECK (length(bytes) > 0),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      created_at INTEGER NOT NULL,
      UNIQUE (invoice_id, format)
    ) STRICT;
    ${replace('invoice_documents', 'id, invoice_id, format, bytes, sha256, created_at')}
    ${moneyRecords}
    ${invoiceLocks}
  `,
};
