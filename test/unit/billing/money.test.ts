import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyCodes, exponentOf } from '#shared/domain/currencies.ts';
import { fractionOf, percentOf, sumOf, totalsByCurrency } from '#shared/domain/money.ts';
import { formatMoney } from '#shared/domain/money-format.ts';
import { decimalText, editableAmount, parseAmount, parseScaled } from '#shared/domain/money-text.ts';

const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD', 'MGA');
const amount = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
const language = fc.constantFrom('en', 'de');

describe('money', () => {
  it('knows 0, 2 and 3 decimals', () => {
    expect(['JPY', 'EUR', 'KWD', 'MRU'].map(exponentOf)).toEqual([0, 2, 3, 2]);
    expect(currencyCodes.length).toBeGreaterThan(150);
    expect(() => exponentOf('XXX')).toThrow(RangeError);
  });

  it('adds exactly, and currencies never together', () => {
    fc.assert(
      fc.property(fc.array(amount), currency, (amounts, code) => {
        expect(BigInt(sumOf(amounts, code))).toBe(amounts.reduce((sum, next) => sum + BigInt(next), 0n));
      }),
    );
    const mixed = [
      { amount: 100, currency: 'GBP' },
      { amount: 5, currency: 'EUR' },
      { amount: 7, currency: 'EUR' },
    ];
    expect(totalsByCurrency(mixed)).toEqual([
      { currency: 'EUR', amount: 12 },
      { currency: 'GBP', amount: 100 },
    ]);
  });

  it('rounds half away from zero, once', () => {
    expect(percentOf(250, 19_000, 'EUR')).toBe(48);
    expect(percentOf(50, 19_000, 'EUR')).toBe(10);
    expect(percentOf(-50, 19_000, 'EUR')).toBe(-10);
    expect(percentOf(1_000, 9_975, 'CAD')).toBe(100);
    expect([1, -1].map((sign) => fractionOf(sign * 5, 1, 2, 'EUR'))).toEqual([3, -3]);
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1e9 }), currency, (unit, part, code) => {
        const rounded = BigInt(fractionOf(unit % 1_000_000, part, 3600, code));
        const exact = BigInt(unit % 1_000_000) * BigInt(part);
        const error = rounded * 3600n - exact;
        const twice = 2n * (error < 0n ? -error : error);
        expect(twice <= 3600n).toBe(true);
        // A tie goes away from zero: then the error has the sign of the exact amount.
        if (twice === 3600n) expect(error > 0n).toBe(exact > 0n);
      }),
    );
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100_000 }), currency, (net, rate, code) => {
        const error = BigInt(percentOf(net, rate, code)) * 100_000n - BigInt(net) * BigInt(rate);
        expect(2n * (error < 0n ? -error : error) <= 100_000n).toBe(true);
      }),
    );
  });

  it('reads back what it writes, in both languages', () => {
    fc.assert(
      fc.property(amount, currency, language, (minor, code, locale) => {
        const read = (text: string) => parseAmount(text, code, locale);
        expect(read(editableAmount(minor, code, locale))).toEqual({ ok: true, value: minor });
        expect(read(formatMoney(minor, code, locale))).toEqual({ ok: true, value: minor });
        expect(BigInt(decimalText(minor, code).replace('.', ''))).toBe(BigInt(minor));
      }),
    );
  });

  it.each([
    ['45', 'EUR', 'en', 4500],
    ['45.5', 'EUR', 'en', 4550],
    ['45,50', 'EUR', 'en', 4550],
    ['45.50', 'EUR', 'de', 4550],
    ['1.234', 'EUR', 'de', 123_400],
    ['1.234', 'KWD', 'en', 1_234],
    ['1,234', 'EUR', 'en', 123_400],
    ['1.234,50', 'EUR', 'en', 123_450],
    ['1’234.50', 'CHF', 'de', 123_450],
    ['€ 45,00', 'EUR', 'de', 4500],
    ['45 EUR', 'EUR', 'en', 4500],
    ['.5', 'EUR', 'en', 50],
    ['−3', 'EUR', 'en', -300],
    ['1000', 'JPY', 'en', 1000],
  ])('reads %s in %s (%s)', (text, code, locale, value) => {
    expect(parseAmount(text, code, locale)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'field.number'],
    ['abc', 'field.number'],
    ['1.2.3', 'field.number'],
    ['12,34,56', 'field.number'],
    ['1e5', 'field.number'],
    ['--5', 'field.number'],
    ['0.005', 'field.decimals'],
    ['99999999999999', 'field.tooLarge'],
    ['9'.repeat(400), 'field.tooLarge'],
  ])('refuses %s', (text, reason) => {
    expect(parseAmount(text, 'EUR', 'en')).toEqual({ ok: false, reason });
  });

  it('never throws and never gives a fraction, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 3 }), language, (text, scale, locale) => {
        const read = parseScaled(text, scale, locale);
        if (read.ok) expect(Number.isSafeInteger(read.value)).toBe(true);
      }),
    );
  });
});
