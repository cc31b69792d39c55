import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, toDecimal } from '#shared/domain/money-format.ts';

describe('formatMoney', () => {
  it.each([
    [199_050, 'EUR', 'en', '€1,990.50'],
    [199_050, 'EUR', 'de', '1.990,50 €'],
    [-5, 'GBP', 'en', '-£0.05'],
    [1_500, 'JPY', 'en', '¥1,500'],
    [1_234_567, 'KWD', 'en', 'KWD 1,234.567'],
    [100, 'HUF', 'en', 'HUF 1.00'],
  ])('%d minor units of %s in %s', (minor, currency, locale, text) =>
    expect(formatMoney(minor, currency, locale).replace(/\s/g, ' ')).toBe(text),
  );

  it('keeps every digit of an amount that a float would round', () => {
    expect(formatMoney(900_719_925_474_099_301n, 'EUR', 'en')).toBe('€9,007,199,254,740,993.01');
  });
});

describe('toDecimal', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.integer({ min: 1, max: 4 }),
        (minor, digits) => {
          expect(BigInt(toDecimal(minor, digits).replace('.', ''))).toBe(minor);
        },
      ),
    );
  });
});
