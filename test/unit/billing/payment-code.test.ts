import fc from 'fast-check';
import readQr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { readableAccent } from '#shared/domain/accent.ts';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import { paymentCode } from '#shared/domain/payment-code.ts';
import { sampleLine, sampleSeller, sampleSnapshot } from '#test/support/snapshot.ts';

const account = { holder: 'Õnne Müller', iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', bank: '' };
const of = (gross: number, part: Partial<Parameters<typeof sampleSnapshot>[0]> = {}, own = account) =>
  sampleSnapshot({
    lines: [sampleLine({})],
    totals: { net: gross, taxes: [], tax: 0, gross },
    seller: { ...sampleSeller, account: own },
    ...part,
  });

/** What a reader by other hands makes of the drawing on the page; three pixels for each module. */
function scan(html: string): string | undefined {
  const side = Number(/viewBox="0 0 (\d+) /.exec(html)?.[1]) * 3;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, column, row] of html.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let y = 0; y < 3; y++)
      for (let x = 0; x < 3; x++) {
        const at = ((Number(row) * 3 + y) * side + Number(column) * 3 + x) * 4;
        pixels.fill(0, at, at + 3);
      }
  const found = readQr(pixels, side, side);
  return found ? Buffer.from(found.binaryData).toString('utf8') : undefined;
}

describe('the payment code of an invoice', () => {
  it('reads as a credit transfer by EPC069-12', () => {
    expect(scan(invoiceHtml(of(123_456)))).toBe(
      'BCD\n002\n1\nSCT\nCOBADEFFXXX\nÕnne Müller\nDE89370400440532013000\nEUR1234.56\n\n\n[invoice] 2026-001',
    );
  });

  it('reads back whatever the names, and is never longer than allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 90 }),
        fc.integer({ min: 1, max: 99_999_999_999 }),
        (holder, gross) => {
          const snapshot = of(gross, {}, { ...account, holder });
          const code = paymentCode(snapshot);
          if (code === null) return;
          expect(Buffer.byteLength(code)).toBeLessThanOrEqual(331);
          const [, , , , , name = ''] = code.split('\n');
          expect(code.split('\n')).toHaveLength(11);
          expect([...name].length).toBeLessThanOrEqual(70);
          expect(scan(invoiceHtml(snapshot))).toBe(Buffer.from(code).toString('utf8'));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['nothing to pay', of(0)],
    ['more than a billion', of(100_000_000_000)],
    ['another currency', of(100, { currency: 'USD' })],
    ['a draft', of(100, { number: null })],
    ['a credit note', of(100, { kind: 'credit_note' })],
    ['no account', of(100, {}, { ...account, iban: '' })],
    ['wrong check digits', of(100, {}, { ...account, iban: 'DE88370400440532013000' })],
    ['an account outside SEPA', of(100, {}, { ...account, iban: 'TR330006100519786457841326' })],
  ])('is not there for %s', (_why, snapshot) => {
    expect(paymentCode(snapshot)).toBeNull();
    expect(invoiceHtml(snapshot)).not.toContain('<svg');
  });
});

it('has its place on a draft already, so that pages end where they will', () => {
  const html = invoiceHtml(of(100, { number: null }));
  expect(html).toContain('<div class="foot coded"><div class="code"><span class="qr later"></span>');
  expect(invoiceHtml(of(100, { number: null, currency: 'USD' }))).not.toContain('class="code"');
});

describe('the look of a document', () => {
  it('takes the paper and the colour of its snapshot', () => {
    const look = { paper: 'letter', accent: '#0a5a6e', logo: null } as const;
    const html = invoiceHtml(of(100, { look }));
    expect(html).toContain('@page { size: letter;');
    expect(html).toContain('--accent: #0a5a6e;');
    expect(invoiceHtml(of(100))).toContain('@page { size: A4;');
  });

  it('darkens a colour until it can be read on paper, and refuses what is none', () => {
    expect(readableAccent('#000000')).toBe('#000000');
    expect(readableAccent('#767676')).toBe('#767676');
    expect(readableAccent('red; }')).toBeNull();
    const faint = readableAccent('#ffee00');
    expect(faint).not.toBe('#ffee00');
    expect(readableAccent(faint ?? '')).toBe(faint);
  });
});
