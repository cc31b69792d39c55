import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { yearExportHandlers } from '#main/features/billing/year-exports.ts';
import { assertFits } from '#main/features/billing/zip-writer.ts';
import { writeWholeFile } from '#main/platform/whole-file.ts';
import { createWords } from '#main/platform/words.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let folder: string;
beforeEach(async () => {
  scene = openBillingScene();
  folder = mkdtempSync(join(tmpdir(), 'clientele-archive-'));
  const clientId = scene.client({ name: 'Müller & Söhne: "Bäckerei"', rate: null });
  scene.rate(clientId, { validFrom: '2025-01-01', rate: 4_500 });
  const chosen = join(folder, 'receipt.pdf');
  scene.picker.will(chosen);
  writeFileSync(chosen, '%PDF-1.4 receipt');
  const receipt = await scene.billing.receipts.choose();
  rmSync(chosen);
  scene.billing.expenses.save({
    ...{
      id: null,
      clientId,
      text: 'Courier',
      spentOn: '2026-03-01',
      billable: true,
      receiptId: receipt?.id ?? null,
    },
    ...{ amount: 1_250, currency: 'EUR' },
  });
  for (const date of ['2026-03-02', '2026-04-02', '2025-12-31']) await invoice(clientId, date);
});
afterEach(() => {
  scene.store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function invoice(clientId: string, date: string): Promise<string> {
  scene.entry(clientId, { start: `${date}T08:00:00Z`, seconds: 7_200 });
  const { invoiceId } = scene.billing.drafts.create({ clientId, from: date, to: date, grouping: 'one' });
  scene.billing.drafts.change({ invoiceId, issueDate: date, tax: { category: 'standard', rate: 19_000 } });
  await scene.billing.issue(invoiceId);
  return invoiceId;
}

/** Saves into the folder of the test as the app does into one that a person chose. */
function exportsTo(language: 'en' | 'de', beforeWrite: () => void = () => {}) {
  return yearExportHandlers(scene.store, {
    clock: scene.clock,
    words: createWords(() => language),
    files: {
      save: () => Promise.reject(new Error('not here')),
      async saveParts(name, write) {
        await writeWholeFile(
          join(folder, name),
          (part) =>
            write((bytes) => {
              beforeWrite();
              return part(bytes);
            }),
          { during: (path, work) => work(`${path}.1234abcd.partial`) },
        );
        return true;
      },
    },
  });
}

const clientOf = () => scene.store.sql.prepare<[], string>('SELECT id FROM clients').pluck().get() ?? '';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the archive of a year', () => {
  it('holds every stored document byte for byte, the tables and the receipts, and the SHA-256 of each', async () => {
    expect(await exportsTo('en')['billing.saveYearArchive']({ year: '2026' })).toEqual({ saved: true });
    expect(readdirSync(folder)).toEqual(['Money 2026.zip']);
    const path = join(folder, 'Money 2026.zip');
    const files = unzipSync(readFileSync(path));
    expect(Object.keys(files).sort()).toEqual([
      'Expenses 2026.csv',
      'Invoices by tax rate 2026.csv',
      'Invoices/2026-001 Müller & Söhne- -Bäckerei- AS.pdf',
      'Invoices/2026-002 Müller & Söhne- -Bäckerei- AS.pdf',
      'Payments 2026.csv',
      'Receipts/2026-03-01 Courier receipt.pdf',
      'SHA256SUMS',
    ]);
    const stored = scene.store.sql
      .prepare<[], { number: string; bytes: Buffer }>(
        'SELECT i.number, d.bytes FROM invoice_documents d JOIN invoices i ON i.id = d.invoice_id',
      )
      .all();
    for (const { number, bytes } of stored.filter((one) => one.number.startsWith('2026'))) {
      const name = `Invoices/${number} Müller & Söhne- -Bäckerei- AS.pdf`;
      expect(digest(files[name] ?? new Uint8Array())).toBe(digest(bytes));
    }
    const sums = strFromU8(files.SHA256SUMS ?? new Uint8Array())
      .trim()
      .split('\n')
      .map((line) => line.split('  ') as [string, string]);
    expect(sums.length).toBe(Object.keys(files).length - 1);
    for (const [sum, name] of sums) expect(sum).toBe(digest(files[name] ?? new Uint8Array()));
    judgedByOthers(path, Object.keys(files).length);
  });

  it('keeps what people wrote out of folders, also of receipts whose names have no ending', async () => {
    const text = 'Hotel no. 4/5: Köln';
    const clientId = clientOf();
    for (const content of ['%PDF-1.4 one', '%PDF-1.4 two']) {
      const chosen = join(folder, 'scan');
      writeFileSync(chosen, content);
      scene.picker.will(chosen);
      const receiptId = (await scene.billing.receipts.choose())?.id ?? null;
      rmSync(chosen);
      const spent = { clientId, text, spentOn: '2026-05-01', billable: false, receiptId };
      scene.billing.expenses.save({ id: null, ...spent, amount: 9_900, currency: 'EUR' });
    }
    await exportsTo('en')['billing.saveYearArchive']({ year: '2026' });
    const names = Object.keys(unzipSync(readFileSync(join(folder, 'Money 2026.zip'))));
    expect(names.filter((name) => name.includes('Hotel')).sort()).toEqual([
      'Receipts/2026-05-01 Hotel no. 4-5- Köln scan',
      'Receipts/2026-05-01 Hotel no. 4-5- Köln scan (2)',
    ]);
  });

  it('is written in German too', async () => {
    await exportsTo('de')['billing.saveYearArchive']({ year: '2026' });
    const files = unzipSync(readFileSync(join(folder, 'Finanzen 2026.zip')));
    expect(Object.keys(files)).toContain('Belege/2026-03-01 Courier receipt.pdf');
    expect(strFromU8(files['Rechnungen nach Steuersatz 2026.csv'] ?? new Uint8Array())).toContain(
      'USt-IdNr.',
    );
  });

  it('leaves nothing behind when it is cancelled, and can be begun anew', async () => {
    let parts = 0;
    const exporting = exportsTo('en', () => {
      parts += 1;
      if (parts === 2) void exporting['billing.cancelYearArchive'](undefined);
    });
    expect(await exporting['billing.saveYearArchive']({ year: '2026' })).toEqual({ saved: false });
    expect(parts).toBeGreaterThan(1);
    expect(readdirSync(folder)).toEqual([]);
    expect(exporting['billing.yearArchive'](undefined)).toBeNull();
    expect(await exporting['billing.saveYearArchive']({ year: '2026' })).toEqual({ saved: true });
  });

  it('is not written over one that is there when it fails, and refuses a damaged document', async () => {
    const path = join(folder, 'Money 2026.zip');
    writeFileSync(path, 'kept');
    // A damage from outside: the rules of the database let nobody do this.
    scene.store.sql.exec(
      scene.store.sql
        .prepare<[], string>(
          `SELECT group_concat('DROP TRIGGER ' || name || ';', '') FROM sqlite_master
           WHERE type = 'trigger' AND tbl_name = 'invoice_documents'`,
        )
        .pluck()
        .get() ?? '',
    );
    scene.store.sql.exec(`UPDATE invoice_documents SET bytes = x'00' WHERE rowid = 1`);
    await expect(exportsTo('en')['billing.saveYearArchive']({ year: '2026' })).rejects.toMatchObject({
      code: 'database_damaged',
    });
    expect(readdirSync(folder)).toEqual(['Money 2026.zip']);
    expect(readFileSync(path, 'utf8')).toBe('kept');
  });

  it('has the document of every invoice in its tables, whatever is issued meanwhile', async () => {
    const [{ client_id: clientId } = { client_id: '' }] = scene.store.sql
      .prepare<[], { client_id: string }>('SELECT client_id FROM invoices')
      .all();
    let late: Promise<string> | null = null;
    const exporting = exportsTo('en', () => {
      late ??= invoice(clientId, '2026-05-04');
    });
    await exporting['billing.saveYearArchive']({ year: '2026' });
    await late;
    const files = unzipSync(readFileSync(join(folder, 'Money 2026.zip')));
    const name = Object.keys(files).find((path) => path.startsWith('Invoices by tax')) ?? '';
    const numbers = strFromU8(files[name] ?? new Uint8Array()).match(/^2026-\d{3}/gm) ?? [];
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    for (const number of numbers)
      expect(
        Object.keys(files).some((path) => path.startsWith(`Invoices/${number} `)),
        number,
      ).toBe(true);
  });

  it('is refused before anything is written when it would not fit', () => {
    const refused = expect.objectContaining({ details: { reason: 'archive.tooLarge' } });
    expect(() => assertFits(5_000, 4_000_000_000)).not.toThrow();
    expect(() => assertFits(5_000, 4_294_967_295)).toThrow(refused);
    expect(() => assertFits(65_536, 1)).toThrow(refused);
  });

  it('says how far it is, and is written once at a time', async () => {
    const told: (string | null)[] = [];
    scene.store.feed.subscribe((changes) => {
      if (!changes.some(({ topic }) => topic === 'exporting')) return;
      const now = exporting['billing.yearArchive'](undefined);
      told.push(now && 'done' in now ? `${now.done}/${now.total}` : null);
    });
    let second: Promise<unknown> | null = null;
    const exporting = exportsTo('en', () => {
      second ??= Promise.resolve(exporting['billing.saveYearArchive']({ year: '2026' })).catch(
        (error) => error,
      );
    });
    await exporting['billing.saveYearArchive']({ year: '2026' });
    expect(await second).toMatchObject({ code: 'conflict' });
    expect(told).toEqual(['0/0', '1/6', '2/6', '3/6', '4/6', '5/6', '6/6', null]);
  });
});

/** Whatever else on this machine reads ZIPs finds nothing wrong with it. */
function judgedByOthers(path: string, files: number): void {
  const python = `import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(len(archive.namelist()))`;
  const judges: readonly [string, readonly string[], string][] = [
    ['unzip', ['-t', path], 'No errors detected'],
    ['python3', ['-c', python, path], String(files)],
  ];
  for (const [program, options, said] of judges) {
    try {
      expect(execFileSync(program, options, { encoding: 'utf8' })).toContain(said);
    } catch (error) {
      // Not every machine has them; what they say of a ZIP does not depend on the machine.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
}
