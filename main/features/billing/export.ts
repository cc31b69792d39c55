import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Sql } from '../../store/open.ts';
import type { Content } from './content.ts';
import { invoiceCsv, invoicesCsv } from './csv.ts';
import { sha256 } from './issue.ts';
import type { InvoiceSums } from './overview.ts';
import type { Pages } from './pages.ts';
import type { Tools } from './tools.ts';

export interface Exports {
  /** An issued invoice's stored document, byte for byte; a draft is printed as a draft. */
  pdf(invoiceId: string): Promise<{ saved: boolean }>;
  csv(invoiceId: string): Promise<{ saved: boolean }>;
  /** Slice by slice, so that nobody waits for the whole of it. */
  list(slices: Iterable<readonly InvoiceSums[]>): Promise<{ saved: boolean }>;
}

/** Saves documents where the person wants them; not `saved` when cancelled. Throws `disk_full` or `read_only`. */
export function createExports(
  sql: Sql,
  content: Content,
  pages: Pages,
  { files, words, today }: Tools,
): Exports {
  const stored = sql.prepare<[string], { bytes: Buffer; sha256: string }>(
    `SELECT bytes, sha256 FROM invoice_documents WHERE invoice_id = ? AND format = 'pdf'`,
  );
  const heading = (column: string) => words.text(`billing:csv.${column}`);

  function snapshotOf(invoiceId: string): InvoiceSnapshot {
    const record = content.record(invoiceId);
    return content.snapshot(record, record.number);
  }

  async function bytesOf(invoiceId: string, snapshot: InvoiceSnapshot): Promise<Uint8Array> {
    if (snapshot.number === null) return pages.print(snapshot);
    const document = stored.get(invoiceId);
    if (!document || sha256(document.bytes) !== document.sha256) throw new AppError('database_damaged');
    return document.bytes;
  }

  const nameOf = ({ kind, texts, number, buyer }: InvoiceSnapshot) =>
    `${kind === 'credit_note' ? texts.creditNote : texts.invoice} ${number ?? texts.draft} ${buyer.name}`;

  return {
    async pdf(invoiceId) {
      const snapshot = snapshotOf(invoiceId);
      const bytes = await bytesOf(invoiceId, snapshot);
      return { saved: await files.save({ name: `${nameOf(snapshot)}.pdf`, bytes }) };
    },
    async csv(invoiceId) {
      const snapshot = snapshotOf(invoiceId);
      const bytes = invoiceCsv(snapshot, heading);
      return { saved: await files.save({ name: `${nameOf(snapshot)}.csv`, bytes }) };
    },
    async list(slices) {
      const csv = invoicesCsv(heading);
      const name = `${words.text('billing:invoices')} ${today()}.csv`;
      const saved = await files.saveParts(name, async (part) => {
        await part(csv.head());
        for (const slice of slices) {
          await part(csv.rows(slice));
          await nextTurn();
        }
      });
      return { saved };
    },
  };
}
