import { basename } from 'node:path';
import { largestReceipt, receiptExtensions, receiptTypeOf } from '#shared/domain/receipt-type.ts';
import type { ReceiptView } from '#shared/ipc/billing-expenses.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import { readChosen } from './chosen-file.ts';
import { sha256 } from './issue.ts';
import type { Tools } from './tools.ts';

export interface Receipts {
  /**
   * Asks for a file, looks at what it really is, and keeps it in the database; null when the person cancelled. Throws
   * `invalid_input` for what is no picture and no PDF, is empty, or is larger than 10 MB, and `not_found` when it
   * cannot be read.
   */
  choose(): Promise<ReceiptView | null>;
  /**
   * Shows a copy of a receipt in the system's program for it. Throws `database_damaged` when it is no longer what was
   * kept, and `invalid_input` for content that is no picture and no PDF.
   */
  view(receiptId: string): Promise<void>;
  /** Saves a receipt where the person wants it, byte for byte; throws `database_damaged` when it is no longer that. */
  save(receiptId: string): Promise<{ saved: boolean }>;
}

/** Receipts over the database. Those that nothing refers to any more go at the next start, when undo is over. */
export function createReceipts(store: Store, { clock, ids, picker, files, viewer, words }: Tools): Receipts {
  const { sql } = store;
  sql.exec(`DELETE FROM billing_files WHERE purpose = 'receipt'
    AND NOT EXISTS (SELECT 1 FROM expenses WHERE receipt_id = billing_files.id)`);
  const insert = sql.prepare(
    `INSERT INTO billing_files (id, purpose, name, type, size, sha256, bytes, created_at)
     VALUES (?, 'receipt', ?, ?, ?, ?, ?, ?)`,
  );
  const stored = sql.prepare<[string], { name: string; bytes: Buffer; sha256: string }>(
    `SELECT name, bytes, sha256 FROM billing_files WHERE id = ? AND purpose = 'receipt'`,
  );

  function whole(receiptId: string) {
    const receipt = stored.get(receiptId);
    if (!receipt) throw new AppError('not_found');
    if (sha256(receipt.bytes) !== receipt.sha256) throw new AppError('database_damaged');
    return receipt;
  }

  return {
    async choose() {
      const path = await picker.pick({
        title: words.text('billing:receipt.choose'),
        kind: { name: words.text('billing:receipt.kind'), extensions: [...receiptExtensions] },
        all: words.text('billing:receipt.all'),
      });
      if (path === null) return null;
      const bytes = await readChosen(path, largestReceipt, 'receipt');
      const type = receiptTypeOf(bytes);
      if (type === null) throw new AppError('invalid_input', { reason: 'receipt.type' });
      const receipt = {
        id: ids.next(),
        name: basename(path).slice(-255),
        size: bytes.length,
        sha256: sha256(bytes),
      };
      store.write(() => {
        insert.run(receipt.id, receipt.name, type.type, receipt.size, receipt.sha256, bytes, clock.now());
      });
      return receipt;
    },
    async view(receiptId) {
      const { name, bytes } = whole(receiptId);
      // What it is by its content, whatever its name says: nothing that could run is ever opened.
      const type = receiptTypeOf(bytes);
      if (type === null) throw new AppError('invalid_input', { reason: 'receipt.type' });
      await viewer.view({ name, extension: type.extension, bytes });
    },
    async save(receiptId) {
      const { name, bytes } = whole(receiptId);
      return { saved: await files.save({ name, bytes }) };
    },
  };
}
