import type { Grouping, LineKind, TaxCategory, TaxTotal } from '#shared/domain/invoice.ts';
import type { SnapshotEntry, SnapshotSource } from '#shared/domain/invoice-snapshot.ts';
import type { Sql } from '../../store/open.ts';

export interface InvoiceRecord {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly correctsId: string | null;
  readonly givesBack: 0 | 1;
  readonly state: 'draft' | 'issued';
  readonly currency: string;
  readonly language: string;
  readonly issueDate: string;
  readonly dueDate: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly grouping: Grouping;
  readonly taxCategory: TaxCategory;
  readonly taxRate: number;
  /** What one's own details said of tax when it was made, as `ownTaxText`; null for one from before that was kept. */
  readonly ownTax: string | null;
  readonly note: string;
  readonly orderReference: string;
  readonly displayCurrency: string | null;
  readonly displayRate: string | null;
  readonly displayDate: string | null;
  readonly displaySource: string;
  readonly number: string | null;
  readonly issuedAt: number | null;
  readonly snapshot: string | null;
  readonly updatedAt: number;
  readonly sha256: string | null;
  readonly size: number | null;
}

/** A time entry on a line as it was tracked. */
export type RawEntry = Omit<SnapshotEntry, 'seconds'>;

export interface LineRecord {
  readonly id: string;
  readonly invoiceId: string;
  readonly clientId: string;
  readonly position: number;
  readonly kind: LineKind;
  readonly text: string;
  /** Somebody's own words, that nothing says anew. */
  readonly typed: 0 | 1;
  readonly quantity: number | null;
  readonly unit: number;
  readonly percent: number | null;
  /** JSON. */
  readonly detail: string | null;
  readonly taxCategory: TaxCategory;
  readonly taxRate: number;
  /** Chosen for this line: it stays when the invoice's changes. */
  readonly ownTax: 0 | 1;
  /** Known before issuing only on a credit note. */
  readonly seconds: number | null;
  readonly net: number | null;
  readonly correctsLineId: string | null;
}

/** A line as it is stored first; what is left out is null, its tax that of the invoice, its words the app's. */
export type NewLine = Omit<LineRecord, OftenNull> & Partial<Pick<LineRecord, OftenNull>>;
type OftenNull = 'typed' | 'percent' | 'detail' | 'ownTax' | 'seconds' | 'net' | 'correctsLineId';

const lineColumns = `id, invoice_id AS invoiceId, client_id AS clientId, position, kind, text, typed, quantity,
  unit_minor AS unit, percent, detail, tax_category AS taxCategory, tax_rate AS taxRate,
  own_tax AS ownTax, seconds,
  net_minor AS net, corrects_line_id AS correctsLineId`;

/** The SQL of invoices and their lines. */
export function createInvoiceRows(sql: Sql) {
  const invoice = sql.prepare<[string], InvoiceRecord>(
    `SELECT i.id, i.client_id AS clientId, c.name AS clientName, i.kind,
       i.corrects_id AS correctsId, i.gives_back AS givesBack, i.state, i.currency, i.language,
       i.issue_date AS issueDate, i.due_date AS dueDate, i.period_from AS periodFrom, i.period_to AS periodTo,
       i.grouping, i.tax_category AS taxCategory, i.tax_rate AS taxRate, i.own_tax AS ownTax, i.note,
       i.order_reference AS orderReference, i.display_currency AS displayCurrency, i.display_rate AS displayRate,
       i.display_date AS displayDate, i.display_source AS displaySource, i.number,
       i.issued_at AS issuedAt, i.snapshot, i.updated_at AS updatedAt, d.sha256, length(d.bytes) AS size
     FROM invoices i JOIN clients c ON c.id = i.client_id
     LEFT JOIN invoice_documents d ON d.id = i.document_id WHERE i.id = ?`,
  );
  const lines = sql.prepare<[string], LineRecord>(
    `SELECT ${lineColumns} FROM invoice_lines WHERE invoice_id = ? ORDER BY position, id`,
  );
  const line = sql.prepare<[string], LineRecord>(`SELECT ${lineColumns} FROM invoice_lines WHERE id = ?`);
  const entries = sql.prepare<[string], RawEntry & { lineId: string }>(
    `SELECT le.line_id AS lineId, e.id, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone,
       (e.ended_at - e.started_at) / 1000 AS rawSeconds
     FROM invoice_line_entries le JOIN time_entries e ON e.id = le.entry_id
     JOIN invoice_lines l ON l.id = le.line_id WHERE l.invoice_id = ? ORDER BY e.started_at, e.id`,
  );
  const insertLine = sql.prepare(
    `INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, typed, quantity, unit_minor,
       percent, detail, tax_category, tax_rate, own_tax, seconds, net_minor, corrects_line_id)
     VALUES (@id, @invoiceId, @clientId, @position, @kind, @text, @typed, @quantity, @unit, @percent, @detail, @taxCategory,
       @taxRate, @ownTax, @seconds, @net, @correctsLineId)`,
  );
  const sources = sql.prepare<[string], SnapshotSource & { lineId: string }>(
    `SELECT s.line_id AS lineId, s.kind, s.ref FROM invoice_line_sources s
     JOIN invoice_lines l ON l.id = s.line_id WHERE l.invoice_id = ? ORDER BY s.kind, s.ref`,
  );
  const creditedTaxes = sql.prepare<[string], TaxTotal>(
    `SELECT t.category, t.rate, sum(t.net_minor) AS net, sum(t.tax_minor) AS tax FROM invoice_taxes t
     JOIN invoices i ON i.id = t.invoice_id WHERE i.corrects_id = ? AND i.state = 'issued' GROUP BY 1, 2`,
  );
  const live = sql.prepare(
    'SELECT 1 FROM invoice_line_sources WHERE kind = ? AND ref = ? AND released_by IS NULL',
  );
  const insertSource = sql.prepare(
    'INSERT INTO invoice_line_sources (id, line_id, client_id, kind, ref) VALUES (?, ?, ?, ?, ?)',
  );
  const insertEntry = sql.prepare(
    'INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id) VALUES (?, ?, ?, ?)',
  );
  const place = sql.prepare('UPDATE invoice_lines SET position = ? WHERE id = ? AND position <> ?');
  const touch = sql.prepare('UPDATE invoices SET updated_at = ? WHERE id = ?');

  return {
    invoice: (id: string) => invoice.get(id),
    lines: (invoiceId: string) => lines.all(invoiceId),
    line: (id: string) => line.get(id),
    entriesByLine: (invoiceId: string) => gather(entries.all(invoiceId)),
    sourcesByLine: (invoiceId: string) => gather(sources.all(invoiceId)),
    /** What issued credit notes have taken back of an invoice, by tax. */
    creditedTaxes: (invoiceId: string) => creditedTaxes.all(invoiceId),
    insertLine: (row: NewLine) => void insertLine.run({ ...nothing, ...row }),
    /** Whether a source stands behind a line, issued or not, that has not given it back. */
    isTaken: ({ kind, ref }: SnapshotSource) => live.get(kind, ref) !== undefined,
    insertSource: (id: string, lineId: string, clientId: string, { kind, ref }: SnapshotSource) =>
      void insertSource.run(id, lineId, clientId, kind, ref),
    insertEntry: (id: string, lineId: string, clientId: string, entryId: string) =>
      void insertEntry.run(id, lineId, clientId, entryId),
    /** Puts lines in the given order, touching only those that move. */
    order(lineIds: readonly string[]): void {
      for (const [index, id] of lineIds.entries()) place.run(index, id, index);
    },
    touch: (invoiceId: string, now: number) => void touch.run(now, invoiceId),
  };
}

const nothing = {
  typed: 0,
  percent: null,
  detail: null,
  ownTax: 0,
  seconds: null,
  net: null,
  correctsLineId: null,
};

function gather<Row extends { readonly lineId: string }>(rows: readonly Row[]) {
  const byLine = new Map<string, Omit<Row, 'lineId'>[]>();
  for (const { lineId, ...row } of rows) {
    const list = byLine.get(lineId);
    if (list) list.push(row);
    else byLine.set(lineId, [row]);
  }
  return byLine;
}

export type InvoiceRows = ReturnType<typeof createInvoiceRows>;
