import { describe, expect, it } from 'vitest';
import { createDocumentWords } from '#main/platform/words.ts';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import { type DocumentTexts, documentTextKeys } from '#shared/domain/invoice-snapshot.ts';
import { formatQuantity, formatRate } from '#shared/domain/invoice-text.ts';
import type { TaxCategory } from '#shared/domain/tax-category.ts';
import { sampleLine, sampleSnapshot } from '#test/support/snapshot.ts';

const words = createDocumentWords();
const textsIn = (language: string) =>
  Object.fromEntries(
    documentTextKeys.map((key) => [key, words.text(language, `billing:document.${key}`)]),
  ) as DocumentTexts;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const time = { kind: 'time', quantity: null, seconds: 20_423 } as const;

describe('quantities', () => {
  it.each([
    ['en', time, '5h 40m 23s'],
    ['nb', time, '5 t 40 min 23 s'],
    ['hi', { ...time, seconds: 3600 }, '1 घं.'],
    ['et', { ...time, kind: 'hours', seconds: 0 }, '0 min'],
    ['en', { kind: 'day', quantity: 1000 }, '1 day'],
    ['en', { kind: 'day', quantity: 500 }, '0.5 days'],
    ['de', { kind: 'day', quantity: 2500 }, '2,5 Tage'],
    ['et', { kind: 'day', quantity: 1500 }, '1,5 päeva'],
    ['es', { kind: 'day', quantity: 1000 }, '1 día'],
    ['es', { kind: 'task', quantity: 1000 }, '1'],
    ['nb', { kind: 'expense', quantity: 1250 }, '1,25'],
    ['de', { kind: 'discount', quantity: null, percent: 7500 }, '7,5 %'],
    ['en', { kind: 'fee', quantity: 1000 }, '1'],
    ['hi', { kind: 'free', quantity: 123_456_000 }, '1,23,456'],
  ] as const)('in %s of %o are %s', (language, line, text) => {
    expect(plain(formatQuantity(sampleLine(line), language, textsIn(language)))).toBe(text);
  });

  it.each([
    ['en', 19_000, '19%'],
    ['de', 7_500, '7,5 %'],
    ['et', 22_000, '22%'],
    ['es', 4_000, '4 %'],
    ['nb', 25_000, '25 %'],
    ['hi', 18_000, '18%'],
    ['en', 8_875, '8.875%'],
  ])('rates in %s of %i are %s', (language, rate, text) => {
    expect(plain(formatRate(rate, language))).toBe(text);
  });
});

describe('tax', () => {
  const page = (category: TaxCategory, rate = 0) => {
    const tax = { category, rate };
    const totals = { net: 1000, taxes: [{ ...tax, net: 1000, tax: 0 }], tax: 0, gross: 1000 };
    const lines = [sampleLine({ tax })];
    return invoiceHtml(sampleSnapshot({ language: 'en', lines, totals, texts: textsIn('en') }));
  };
  it.each([
    ['zero', 'VAT 0%'],
    ['exempt', 'VAT, exempt'],
    ['small_business', 'VAT, not charged'],
    ['reverse_charge', 'VAT, reverse charge'],
    ['intra_eu', 'VAT, intra-Community supply'],
    ['export', 'VAT, export'],
    ['none', 'VAT, not charged'],
  ] as const)('of the category %s says so', (category, label) => {
    expect(page(category)).toContain(`<dt>${label}</dt>`);
  });

  it('at several rates names each with what it is on, and the rate of each line', () => {
    const [high, low] = [
      { category: 'standard', rate: 19_000 },
      { category: 'standard', rate: 7_000 },
    ] as const;
    const taxes = [
      { ...high, net: 1000, tax: 190 },
      { ...low, net: 2000, tax: 140 },
    ];
    const lines = [sampleLine({ tax: high }), sampleLine({ id: '2', tax: low, unit: 2000, net: 2000 })];
    const totals = { net: 3000, taxes, tax: 330, gross: 3330 };
    const html = plain(invoiceHtml(sampleSnapshot({ lines, totals, texts: textsIn('de') })));
    for (const part of ['USt. 19 % auf 10,00 €', 'USt. 7 % auf 20,00 €', '<td>19 %</td>', '<td>7 %</td>'])
      expect(html).toContain(part);
  });
});

describe('the rest of a document', () => {
  const totals = { net: 1000, taxes: [], tax: 0, gross: 1000 };
  const sample = sampleSnapshot({ language: 'es', lines: [sampleLine({})], totals, texts: textsIn('es') });

  it('names the corrected invoice on a credit note, in its language', () => {
    const corrects = { invoiceId: 'x', number: '2026-007', issueDate: '2026-10-01', givesBack: false };
    const html = invoiceHtml({ ...sample, kind: 'credit_note', corrects });
    for (const part of ['<h1>Factura rectificativa</h1>', 'Rectifica la factura', '2026-007', '1 oct 2026'])
      expect(html).toContain(part);
    expect(html).not.toContain('Vencimiento');
  });

  it('says the total in another currency with the rate, its day and its source', () => {
    const rate = { currency: 'USD', rate: '1.0823', date: '2026-11-24', source: 'ECB' };
    const display = { ...rate, gross: 1082, tax: null };
    const html = plain(invoiceHtml({ ...sample, display }));
    for (const part of ['Total en USD', '10,82 US$', '1 EUR = 1,0823 USD, ECB, 24 nov 2026'])
      expect(html).toContain(part);
    expect(html).not.toContain('IVA en USD');
    expect(plain(invoiceHtml({ ...sample, display: { ...display, tax: 173 } }))).toMatch(
      /IVA en USD.*1,73 US\$/,
    );
  });

  it('says each reason once and quotes what the buyer asked for', () => {
    const taxReasons = [{ category: 'small_business', text: 'Exento' }] as const;
    const buyer = { ...sample.buyer, reference: '04011000-1234512345-06' };
    const html = invoiceHtml({ ...sample, taxNote: 'Exento ', taxReasons, buyer, orderReference: 'P <1>' });
    expect(html.match(/Exento/g)).toHaveLength(1);
    expect(html).toContain('Su referencia</dt><dd>04011000-1234512345-06');
    expect(html).toContain('Su pedido</dt><dd>P &lt;1&gt;');
  });
});
