import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvFile, invoiceCsv } from '#main/features/billing/csv.ts';
import { safeCell } from '#shared/domain/csv-cell.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { escapeHtml } from '#shared/domain/html-text.ts';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import { snapshotProblems } from '#shared/domain/snapshot-problems.ts';
import { sampleLine, sampleSnapshot } from '#test/support/snapshot.ts';

const tax = { category: 'standard', rate: 19_000 } as const;
const snapshot: InvoiceSnapshot = sampleSnapshot({
  lines: [
    sampleLine({
      kind: 'time',
      text: 'Work',
      seconds: 20_423,
      rawSeconds: 20_423,
      quantity: null,
      unit: 4500,
      net: 25_529,
      tax,
    }),
    sampleLine({ id: '2', text: 'Courier', quantity: 1500, unit: 1000, net: 1500, tax }),
  ],
  totals: { net: 27_029, taxes: [{ ...tax, net: 27_029, tax: 5136 }], tax: 5136, gross: 32_165 },
});

describe('the page of an invoice', () => {
  it('says everything in the language of the document', () => {
    const html = invoiceHtml(snapshot);
    for (const part of [
      '<html lang="de">',
      '25. Nov. 2026',
      '1.–25. November 2026',
      '321,65\u00a0€',
      '[tax] 19\u00a0%',
    ])
      expect(html).toContain(part);
    // Seconds are shown where there are any, so that quantity × rate is the amount.
    expect(html).toContain('5[hour] 40[minute] 23[second]');
    expect(html).toContain('<td>1,5</td>');
    expect(html).not.toContain('class="badge"');
    expect(invoiceHtml({ ...snapshot, number: null })).toContain('class="badge"');
  });

  it('never lets words become markup, whatever is written and wherever', () => {
    const nasty = fc.constantFrom(
      '<script>',
      '"><img src=x onerror=a>',
      '</style>',
      '{{x}}',
      "'",
      '&amp;',
      '$&',
    );
    fc.assert(
      fc.property(nasty, fc.string(), (bad, rest) => {
        const text = `${bad}${rest}`;
        const lines = snapshot.lines.map((line) => ({ ...line, text }));
        const html = invoiceHtml({
          ...snapshot,
          number: text,
          note: text,
          taxNote: text,
          language: 'en',
          lines,
          seller: { ...snapshot.seller, name: text, address: text, vatId: text, paymentDetails: text },
          buyer: { ...snapshot.buyer, name: text, contact: text, vatId: text },
        });
        const tags = new Set(html.match(/<\/?[a-z0-9]+/gi));
        expect([...tags].filter((tag) => /script|img/i.test(tag))).toEqual([]);
        expect(html.match(/<\/style>/g)).toHaveLength(1);
        expect(html).toContain(escapeHtml(text).trim());
      }),
    );
  });

  it('may load nothing but the fonts it is served with, and show what is in itself', () => {
    expect(invoiceHtml(snapshot)).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:"`,
    );
  });

  it('names all that is missing', () => {
    const { seller, buyer } = snapshot;
    expect(snapshotProblems(snapshot)).toEqual([]);
    const empty = {
      ...snapshot,
      lines: [],
      seller: { ...seller, name: ' ', address: '', paymentDetails: '' },
    };
    expect(snapshotProblems({ ...empty, buyer: { ...buyer, address: '\n' } })).toEqual([
      'noLines',
      'ownName',
      'ownAddress',
      'ownPayment',
      'clientAddress',
    ]);
    expect(snapshotProblems({ ...snapshot, seller: { ...seller, vatId: '' } })).toEqual(['ownTaxNumber']);
    const small = { category: 'small_business', rate: 0 } as const;
    const lines = snapshot.lines.map((line) => ({ ...line, tax: small }));
    expect(snapshotProblems({ ...snapshot, lines })).toEqual(['ownTaxNote']);
    expect(snapshotProblems({ ...snapshot, totals: { ...snapshot.totals, gross: -1 } })).toEqual([
      'negative',
    ]);
  });
});

describe('the table for spreadsheets', () => {
  it('holds plain numbers and neutral words', () => {
    const lines = snapshot.lines.map((line) => ({ ...line, text: '=HYPERLINK("x")' }));
    const csv = Buffer.from(invoiceCsv({ ...snapshot, lines }, (column) => column)).toString('utf8');
    expect(csv.startsWith('\ufeffnumber,kind,issued,due,client,line,')).toBe(true);
    expect(csv.split('\r\n').slice(1, 3)).toEqual([
      `2026-001,invoice,2026-11-25,2026-12-25,Buyer,"'=HYPERLINK(""x"")",5.6731,hour,45.00,255.29,19.000,EUR`,
      `2026-001,invoice,2026-11-25,2026-12-25,Buyer,"'=HYPERLINK(""x"")",1.500,piece,10.00,15.00,19.000,EUR`,
    ]);
  });

  it('counts days in days', () => {
    const [first] = snapshot.lines;
    if (!first) throw new Error('no line');
    const half = { ...first, kind: 'day', text: 'Half day', quantity: 500, seconds: 7_200 } as const;
    const csv = Buffer.from(invoiceCsv({ ...snapshot, lines: [half] }, (column) => column)).toString('utf8');
    expect(csv.split('\r\n')[1]).toContain(',Half day,0.500,day,');
  });

  it('takes amounts of a credit note back, and has a share as one piece of what it comes to', () => {
    const [first] = snapshot.lines;
    if (!first) throw new Error('no line');
    const share = {
      ...first,
      kind: 'discount',
      text: 'Less',
      quantity: null,
      seconds: null,
      unit: 0,
    } as const;
    const lines = [first, { ...share, percent: 10_000, net: -1441 }];
    const rows = (kind: 'invoice' | 'credit_note') =>
      Buffer.from(invoiceCsv({ ...snapshot, kind, lines }, (column) => column))
        .toString('utf8')
        .split('\r\n')
        .map((row) => row.split(','))
        .map((row) => [row[1], row[6], row[8], row[9]]);
    expect(rows('invoice')[2]).toEqual(['invoice', '1.000', '-14.41', '-14.41']);
    expect(rows('credit_note').slice(1, 3)).toEqual([
      ['credit_note', '-5.6731', '45.00', '-255.29'],
      ['credit_note', '-1.000', '-14.41', '14.41'],
    ]);
    const page = invoiceHtml({ ...snapshot, lines });
    expect(page).toContain('<td>Less</td>');
    expect(page).not.toContain('0.00</td>');
  });

  it('has no cell that another separator would make a formula of', () => {
    const bad = ['x;=1+1', 'x;"=1+1', 'x; -1', 'x\t@y', 'x\n=1', 'x\r\n-1+1', ';+1', '"a";=1'];
    for (const text of bad) {
      const csv = Buffer.from(csvFile(['a', 'b'], [['1', safeCell(text)]])).toString('utf8');
      for (const separator of [/[;\r\n]/, /[\t\r\n]/, /[,\r\n]/])
        for (const cell of csv.slice(1).split(separator)) expect(cell).not.toMatch(/^[\s"]*[=+\-@]/);
      expect(csv).toContain(/[;\t]/.test(text) ? ',"' : ',');
    }
    expect(safeCell('List:\n- one\n- two; three')).toBe('List:\n- one\n- two; three');
  });

  it.each(['=1', '+1', '-1', '@x', '\t=1', ' =1', '\u200b=1', '＝1', '\r\nx'])('neutralises %j', (text) => {
    expect(safeCell(text)).toBe(`'${text}`);
  });

  it('leaves other words alone', () => {
    for (const text of ['Inbox', '2026-001', 'a=b', 'é', '']) expect(safeCell(text)).toBe(text);
  });
});

describe('names of files', () => {
  it.each([
    ['Invoice 2026/001 A:B.pdf', 'Invoice 2026-001 A-B.pdf'],
    ['con.pdf', '-con.pdf'],
    ['  .. .csv', '-.csv'],
    [`${'x'.repeat(400)}.pdf`, `${'x'.repeat(120)}.pdf`],
    [`${'भ'.repeat(120)}.pdf`, `${'भ'.repeat(66)}.pdf`],
    ['Hotel no. 4/5: Köln', 'Hotel no. 4-5- Köln'],
    ['a.b/../\nc', 'a.b-..--c'],
    [`no. ${'x'.repeat(400)}`, `no. ${'x'.repeat(116)}`],
    ['receipt', 'receipt'],
    ['.pdf', 'pdf'],
  ])('%s becomes %s', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });
});
