import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { FakeFiles, FakePrinter } from '#test/support/billing.ts';
import { readCsv } from '#test/support/csv.ts';
import { openServices, type TestServices } from '#test/support/services.ts';

const files = new FakeFiles();
const pdf = new FakePrinter();
let services: TestServices;
let evil: string;

const question: ReportQuery = {
  by: 'client',
  within: 'day',
  fromDate: '2026-11-01',
  toDate: '2026-11-30',
  clientId: null,
  category: null,
  workKindId: null,
  billable: null,
  days: 'here',
};

beforeEach(async () => {
  files.saved.length = 0;
  pdf.pages.length = 0;
  services = openServices({ files, pdf });
  evil = (await services.call('clients.add', { name: '=HYPERLINK("x";"y"), <b>Ltd</b>', language: 'de' }))
    .clientId;
  const plain = (await services.call('clients.add', { name: 'Fjord & Co' })).clientId;
  for (const clientId of [evil, plain, evil]) {
    await services.call('time.start', { clientId });
    services.clock.advance(80_200);
    await services.call('time.stop');
  }
});
afterEach(() => services.close());

const last = () => files.saved.at(-1)?.bytes ?? new Uint8Array();

describe('a saved report', () => {
  it('is CSV that a strict reader takes, adds up in every column and runs no formula', async () => {
    await services.call('reports.csv', question);
    const [heading, ...rows] = readCsv(last());
    expect(heading).toEqual(['Client', 'Day', 'Duration', 'Hours']);
    const hostile = rows.find((row) => row[0]?.includes('HYPERLINK'));
    expect(hostile).toEqual([`'=HYPERLINK("x";"y"), <b>Ltd</b>`, '2026-11-25', '0:02:40', '0.04']);
    const seconds = rows.map(([, , time = '']) => {
      const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
      return h * 3600 + m * 60 + s;
    });
    // Three times 80.2 seconds, cut off once.
    expect(seconds.reduce((sum, value) => sum + value, 0)).toBe(240);
    expect(rows.reduce((sum, row) => sum + Math.round(Number(row[3]) * 100), 0)).toBe(6);
    expect(files.saved.at(-1)?.name).toBe('Time report 2026-11-01 2026-11-30.csv');
  });

  it.skipIf(spawnSync('python3', ['--version']).status !== 0)('is read alike by another reader', async () => {
    await services.call('reports.csv', question);
    const script =
      'import csv,io,json,sys; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode("utf-8-sig"), newline=""), strict=True))))';
    const { stdout } = spawnSync('python3', ['-c', script], { input: last() });
    expect(JSON.parse(stdout.toString())).toEqual(readCsv(last()));
  });

  it("is a page in the client's language, escaped, whose rows add up to the total", async () => {
    await services.call('reports.pdf', { ...question, clientId: evil });
    const page = pdf.pages.at(-1) ?? '';
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('Zeitbericht');
    expect(page).toContain('&lt;b&gt;Ltd&lt;/b&gt;');
    expect(page).not.toContain('<b>Ltd');
    expect([...page.matchAll(/<td>(\d+m)<\/td>/g)].map(([, text]) => text)).toEqual(['2m', '2m', '2m']);
    expect(files.saved.at(-1)?.name).toMatch(/\.pdf$/);
  });

  it('is not there when the person cancels', async () => {
    files.cancel = true;
    expect(await services.call('reports.csv', question)).toEqual({ saved: false });
    files.cancel = false;
  });
});
