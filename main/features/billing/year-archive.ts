import { fileEnding, safeFileName } from '#shared/domain/file-name.ts';
import { periodDates } from '#shared/domain/period.ts';
import type { DocumentFormat } from '#shared/ipc/billing-einvoice.ts';
import { yearTables } from '#shared/ipc/billing-exports.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Words } from '../../ports/words.ts';
import type { Sql } from '../../store/open.ts';
import { sha256 } from './issue.ts';
import type { YearTables } from './year-tables.ts';
import { assertFits, ZipWriter } from './zip-writer.ts';

interface DocumentRow {
  readonly id: string;
  readonly format: DocumentFormat;
  readonly invoiceId: string;
}

interface ReceiptRow {
  readonly id: string;
  readonly spentOn: string;
  readonly text: string;
  readonly name: string;
}

interface Stored {
  readonly bytes: Buffer;
  readonly sha256: string;
}

interface Entry {
  readonly path: () => string;
  readonly pressed: boolean;
  /** Throws `database_damaged` when it is no longer what was stored. */
  readonly read: () => Uint8Array;
}

export interface ArchiveRun {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** UTC milliseconds, the date of the files. */
  readonly now: number;
  /** After each file; what it throws ends the run. */
  readonly onFile: (done: number, total: number) => void;
}

/**
 * Writes a year into one ZIP: the documents of all that was issued in it, byte for byte as they were stored, tables for
 * accountants, the receipts of what was spent, and a list with the SHA-256 of every file as `sha256sum -c` reads it.
 * Throws `unavailable` before it begins when all of that may not fit.
 */
export function createYearArchive(sql: Sql, tables: YearTables, words: Words) {
  const documents = sql.prepare<[string, string], DocumentRow>(
    `SELECT d.id, d.format, i.id AS invoiceId FROM invoices i JOIN invoice_documents d ON d.invoice_id = i.id
     WHERE i.state = 'issued' AND i.issue_date BETWEEN ? AND ? ORDER BY i.issue_date, i.number, d.format`,
  );
  // One by one, as snapshots are long.
  const title = sql
    .prepare<[string], string>(
      `SELECT i.number || ' ' || coalesce(json_extract(i.snapshot, '$.buyer.name'), c.name)
       FROM invoices i JOIN clients c ON c.id = i.client_id WHERE i.id = ?`,
    )
    .pluck();
  const receipts = sql.prepare<[string, string], ReceiptRow>(
    `SELECT f.id, min(x.spent_on) AS spentOn, x.text, f.name FROM expenses x
     JOIN billing_files f ON f.id = x.receipt_id
     WHERE x.spent_on BETWEEN ? AND ? GROUP BY f.id ORDER BY 2, f.name, f.id`,
  );
  const document = sql.prepare<[string], Stored>('SELECT bytes, sha256 FROM invoice_documents WHERE id = ?');
  const receipt = sql.prepare<[string], Stored>('SELECT bytes, sha256 FROM billing_files WHERE id = ?');
  const stored = sql.prepare<[{ from: string; to: string }], { files: number; bytes: number }>(
    `SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM (
       SELECT length(d.bytes) AS bytes FROM invoices i JOIN invoice_documents d ON d.invoice_id = i.id
       WHERE i.state = 'issued' AND i.issue_date BETWEEN :from AND :to
       UNION ALL
       SELECT f.size FROM billing_files f WHERE f.id IN
         (SELECT receipt_id FROM expenses WHERE spent_on BETWEEN :from AND :to))`,
  );
  const folder = (name: string) => words.text(`money:folders.${name}`);

  function entries(year: string, made: readonly Uint8Array[]): Entry[] {
    const { from, to } = periodDates(year);
    const free = uniquePaths();
    return [
      ...documents.all(from, to).map(({ id, format, invoiceId }) => ({
        path: () => free(folder('invoices'), `${title.get(invoiceId)}${endings[format]}`),
        pressed: endings[format].endsWith('.xml'),
        read: () => whole(document.get(id)),
      })),
      ...receipts.all(from, to).map(({ id, spentOn, text, name }) => ({
        path: () => free(folder('receipts'), `${spentOn} ${[...text].slice(0, 60).join('')} ${name}`),
        pressed: false,
        read: () => whole(receipt.get(id)),
      })),
      ...yearTables.map((table, index) => ({
        path: () => free('', tables.name(year, table)),
        pressed: true,
        read: () => made[index] ?? new Uint8Array(),
      })),
    ];
  }

  return async (year: string, { write, now, onFile }: ArchiveRun): Promise<void> => {
    const { from, to } = periodDates(year);
    const room = stored.get({ from, to }) ?? { files: 0, bytes: 0 };
    assertFits(room.files + yearTables.length + 1, room.bytes);
    // First, so that whatever they name has its documents here: more may be issued meanwhile.
    const made: Uint8Array[] = [];
    for (const table of yearTables) made.push(await tables.csv(year, table));
    const all = entries(year, made);
    const zip = new ZipWriter(write, now);
    const sums: string[] = [];
    for (const [index, { path: named, pressed, read }] of all.entries()) {
      const [path, bytes] = [named(), read()];
      sums.push(`${sha256(bytes)}  ${path}\n`);
      await zip.add(path, bytes, pressed);
      onFile(index + 1, all.length);
    }
    await zip.add('SHA256SUMS', Buffer.from(sums.join(''), 'utf8'), true);
    await zip.end();
  };
}

const endings: Readonly<Record<DocumentFormat, string>> = {
  pdf: '.pdf',
  facturx: ' Factur-X.pdf',
  xrechnung: ' XRechnung.xml',
  ubl: ' UBL.xml',
  cii: ' CII.xml',
};

function whole(stored: Stored | undefined): Uint8Array {
  if (!stored || sha256(stored.bytes) !== stored.sha256) throw new AppError('database_damaged');
  return stored.bytes;
}

/** Paths that no other file has, on systems too that make no difference between capitals and small letters. */
function uniquePaths() {
  const taken = new Set<string>();
  return (directory: string, name: string): string => {
    const safe = safeFileName(name);
    const ending = fileEnding(safe);
    const stem = safe.slice(0, safe.length - ending.length);
    for (let turn = 1; ; turn += 1) {
      const own = turn === 1 ? safe : `${stem} (${turn})${ending}`;
      const path = directory === '' ? own : `${directory}/${own}`;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  };
}
