import { documentFormats } from '#shared/domain/invoice.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import type { DocumentFormat, DocumentView } from '#shared/ipc/billing-einvoice.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Sql } from '../../../store/open.ts';
import type { Content } from '../content.ts';
import { sha256 } from '../issue.ts';
import type { Tools } from '../tools.ts';

export interface Documents {
  list(invoiceId: string): DocumentView[];
  /** Saves what was stored when the invoice was issued, byte for byte; not `saved` when cancelled. */
  save(invoiceId: string, format: DocumentFormat): Promise<{ saved: boolean }>;
}

/** The kept documents of issued invoices. Nothing is ever made anew. */
export function createDocuments(sql: Sql, content: Content, { files }: Tools): Documents {
  const all = sql.prepare<[string], DocumentView>(
    'SELECT format, sha256, length(bytes) AS size FROM invoice_documents WHERE invoice_id = ?',
  );
  const one = sql.prepare<[string, string], { bytes: Buffer; sha256: string }>(
    'SELECT bytes, sha256 FROM invoice_documents WHERE invoice_id = ? AND format = ?',
  );
  return {
    list(invoiceId) {
      const found = all.all(invoiceId);
      return documentFormats.flatMap((format) => found.filter((document) => document.format === format));
    },
    async save(invoiceId, format) {
      const record = content.record(invoiceId);
      const document = one.get(invoiceId, format);
      if (!document) throw new AppError('not_found');
      if (sha256(document.bytes) !== document.sha256) throw new AppError('database_damaged');
      const name = fileName(content.snapshot(record, record.number), format);
      return { saved: await files.save({ name, bytes: document.bytes }) };
    },
  };
}

const endings: Readonly<Record<DocumentFormat, string>> = {
  pdf: '.pdf',
  facturx: ' Factur-X.pdf',
  xrechnung: ' XRechnung.xml',
  ubl: ' UBL.xml',
  cii: ' CII.xml',
};

function fileName({ kind, texts, number, buyer }: InvoiceSnapshot, format: DocumentFormat): string {
  return `${kind === 'credit_note' ? texts.creditNote : texts.invoice} ${number} ${buyer.name}${endings[format]}`;
}
