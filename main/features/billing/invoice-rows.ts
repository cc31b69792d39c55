import type { Grouping, TaxCategory } from '#shared/domain/invoice.ts';
import type { SnapshotEntry } from '#shared/domain/invoice-snapshot.ts';
import type { Sql } from '../../store/open.ts';

export interface InvoiceRecord {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
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
  readonly note: string;
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
  readonly kind: 'time' | 'free';
  readonly text: string;
  readonly quantity: number | null;
  readonly unit: number;
  readonly taxCategory: TaxCategory;
  readonly taxRate: number;
}

/** A line as it is stored first. */
export type NewLine = LineRecord;

const lineColumns = `id, invoice_id AS invoiceId, client_id AS clientId, position, kind, text, quantity,
  unit_minor AS unit, tax_category AS taxCategory, tax_rate AS taxRate`;

/** The SQL of invoices and their lines. */
export function createInvoiceRows(sql: Sql) {
  const invoice = sql.prepare<[string], InvoiceRecord>(
    `SELECT i.id, i.client_id AS clientId, c.name AS clientName, i.state, i.currency, i.language,
       i.issue_date AS issueDate, i.due_date AS dueDate, i.period_from AS periodFrom, i.period_to AS periodTo,
       i.grouping, i.tax_category AS taxCategory, i.tax_rate AS taxRate, i.note, i.number,
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
    `INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, quantity, unit_minor,
       tax_category, tax_rate)
     VALUES (@id, @invoiceId, @clientId, @position, @kind, @text, @quantity, @unit, @taxCategory, @taxRate)`,
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
    entriesByLine(invoiceId: string): Map<string, RawEntry[]> {
      const byLine = new Map<string, RawEntry[]>();
      for (const { lineId, ...entry } of entries.all(invoiceId)) {
        const list = byLine.get(lineId);
        if (list) list.push(entry);
        else byLine.set(lineId, [entry]);
      }
      return byLine;
    },
    insertLine: (row: NewLine) => void insertLine.run(row),
    insertEntry: (id: string, lineId: string, clientId: string, entryId: string) =>
      void insertEntry.run(id, lineId, clientId, entryId),
    /** Puts lines in the given order, touching only those that move. */
    order(lineIds: readonly string[]): void {
      for (const [index, id] of lineIds.entries()) place.run(index, id, index);
    },
    touch: (invoiceId: string, now: number) => void touch.run(now, invoiceId),
  };
}

export type InvoiceRows = ReturnType<typeof createInvoiceRows>;
