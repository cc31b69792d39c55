// What happens to an issued invoice afterwards, and what was spent for a client. An invoice's state is worked out from
// these and never stored.
export const moneyRecords = `
  -- Kept as they came, for what was issued with them stays: receipts, and the logo of invoices.
  CREATE TABLE billing_files (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('receipt', 'logo')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
    type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 10485760),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    bytes BLOB NOT NULL CHECK (length(bytes) = size),
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE expenses (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    spent_on TEXT NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    -- What the client is charged, without tax.
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    currency TEXT NOT NULL CHECK (length(currency) = 3),
    -- Null: taxed as the rest of the invoice.
    tax_category TEXT,
    tax_rate INTEGER CHECK (tax_rate BETWEEN 0 AND 100000),
    billable INTEGER NOT NULL DEFAULT 1 CHECK (billable IN (0, 1)),
    receipt_id TEXT REFERENCES billing_files (id) ON DELETE RESTRICT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (id, client_id),
    CHECK ((tax_category IS NULL) = (tax_rate IS NULL))
  ) STRICT;
  CREATE INDEX expenses_by_client ON expenses (client_id, spent_on);
  CREATE INDEX expenses_by_receipt ON expenses (receipt_id) WHERE receipt_id IS NOT NULL;

  -- Below zero is money paid back. There may be less or more than the invoice asks for.
  CREATE TABLE payments (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    invoice_id TEXT NOT NULL,
    paid_on TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor <> 0),
    note TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    FOREIGN KEY (invoice_id, client_id) REFERENCES invoices (id, client_id) ON DELETE RESTRICT
  ) STRICT;
  CREATE INDEX payments_by_invoice ON payments (invoice_id, paid_on);
  CREATE INDEX payments_by_day ON payments (paid_on);
  CREATE INDEX payments_by_client ON payments (client_id);

  -- What is no longer expected to come in, of one invoice.
  CREATE TABLE invoice_write_offs (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    invoice_id TEXT NOT NULL UNIQUE,
    written_off_on TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reason TEXT NOT NULL DEFAULT '',
    created_at INTEGER NOT NULL,
    FOREIGN KEY (invoice_id, client_id) REFERENCES invoices (id, client_id) ON DELETE RESTRICT
  ) STRICT;
  CREATE INDEX invoice_write_offs_by_client ON invoice_write_offs (client_id);

  -- Payment reminders that were drafted in the person's own mail program.
  CREATE TABLE invoice_reminders (
    id TEXT PRIMARY KEY,
    client_id TEXT NOT NULL,
    invoice_id TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 99),
    made_on TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    FOREIGN KEY (invoice_id, client_id) REFERENCES invoices (id, client_id) ON DELETE RESTRICT
  ) STRICT;
  CREATE INDEX invoice_reminders_by_invoice ON invoice_reminders (invoice_id, created_at);
  CREATE INDEX invoice_reminders_by_client ON invoice_reminders (client_id);
`;
