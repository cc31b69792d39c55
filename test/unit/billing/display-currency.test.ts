import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf } from '#shared/domain/currencies.ts';
import { displayOf, exchanged, exchangeScale, isRate, rateText } from '#shared/domain/display-currency.ts';

const currency = fc.constantFrom('EUR', 'JPY', 'BHD', 'NOK');
const rates = fc.integer({ min: 1, max: 1_000_000_000_000 });
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('a rate of exchange', () => {
  it('is kept as the shortest decimal text', () => {
    expect(['11.7', '1', '0.00000001'].every(isRate)).toBe(true);
    expect(['', '0', '0.0', '-1', '1.', '.5', '1e3', '1,5', '0.000000001', '123456789'].some(isRate)).toBe(
      false,
    );
    expect(rateText(1_170_000_000)).toBe('11.7');
    expect(rateText(1_000_000_000)).toBe('10');
    fc.assert(fc.property(rates, (rate) => isRate(rateText(rate))));
  });

  it('turns an amount into the nearest one of the other currency, half away from zero', () => {
    expect(exchanged(68_350, 'EUR', { currency: 'NOK', rate: '11.6955' })).toBe(799_387);
    expect(exchanged(1, 'EUR', { currency: 'NOK', rate: '0.5' })).toBe(1);
    expect(exchanged(-1, 'EUR', { currency: 'NOK', rate: '0.5' })).toBe(-1);
    expect(exchanged(100, 'EUR', { currency: 'JPY', rate: '161.49' })).toBe(161);
    fc.assert(
      fc.property(amounts, currency, currency, rates, (amount, from, to, rate) => {
        const number = exchanged(amount, from, { currency: to, rate: rateText(rate) });
        fc.pre(Number.isSafeInteger(number));
        const found = BigInt(number);
        const unit = 10n ** BigInt(exchangeScale + exponentOf(from));
        const exact = BigInt(amount) * BigInt(rate) * 10n ** BigInt(exponentOf(to));
        const off = found * unit - exact;
        expect(2n * (off < 0n ? -off : off) <= unit).toBe(true);
      }),
    );
  });
});

describe('the total in another currency', () => {
  const rate = { currency: 'EUR', rate: '0.9', date: '2026-11-24', source: 'ECB' };
  const totals = { net: 10_000, taxes: [], tax: 2400, gross: 12_400 };

  it('says the tax too where that is the currency of the seller’s taxes', () => {
    const said = (sellerCountry: string) => displayOf(rate, totals, { currency: 'USD', sellerCountry });
    expect(said('EE')).toEqual({ ...rate, gross: 11_160, tax: 2160 });
    expect(said('NO').tax).toBeNull();
    expect(said('').tax).toBeNull();
    const untaxed = { ...totals, tax: 0 };
    expect(displayOf(rate, untaxed, { currency: 'USD', sellerCountry: 'EE' }).tax).toBeNull();
  });
});
