import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalsOf } from '#shared/domain/invoice.ts';
import { allTaxCategories, needsReason, type Tax } from '#shared/domain/tax-category.ts';
import { taxProblems } from '#shared/domain/tax-check.ts';
import { proposeTax } from '#shared/domain/tax-proposal.ts';
import { regimeCountries, regimeOf, standardRate } from '#shared/domain/tax-regimes/index.ts';
import { taxReason } from '#shared/domain/tax-texts.ts';
import { sums, words } from './cases.ts';

const today = '2026-11-22';

describe('sums', () => {
  it.each(sums)('$name ($source)', ({ lines, currency, taxes, gross }) => {
    const totals = totalsOf(lines, currency);
    expect(totals.taxes.map(({ category, rate, net, tax }) => [category, rate, net, tax])).toEqual(taxes);
    expect(totals.gross).toBe(gross);
  });

  it('rounds tax once for each rate, half away from zero, in any currency', () => {
    const tax = fc.oneof(
      fc.record({ category: fc.constant('standard' as const), rate: fc.integer({ min: 1, max: 30_000 }) }),
      fc.record({ category: fc.constantFrom(...allTaxCategories.slice(1)), rate: fc.constant(0) }),
    );
    const line = fc.record({ net: fc.integer({ min: -1_000_000, max: 1_000_000 }), tax });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('JPY', 'EUR', 'KWD'),
        (lines, currency) => {
          const totals = totalsOf(lines, currency);
          for (const { category, rate, net, tax: amount } of totals.taxes) {
            const own = lines.filter((one) => one.tax.category === category && one.tax.rate === rate);
            expect(net).toBe(own.reduce((sum, one) => sum + one.net, 0));
            // |tax × 100 000 − net × rate| is at most half a unit, and on the tie the tax is the farther one.
            const off = BigInt(amount) * 100_000n - BigInt(net) * BigInt(rate);
            const away = net < 0 ? -off : off;
            expect(away > -50_000n && away <= 50_000n).toBe(true);
          }
          expect(totals.gross).toBe(totals.net + totals.tax);
          expect(totals.net).toBe(lines.reduce((sum, one) => sum + one.net, 0));
        },
      ),
    );
  });
});

describe('what is proposed for two parties', () => {
  it.each(words)('$name ($source)', ({ seller, buyer, language, category, rate, words: text, code }) => {
    const proposal = proposeTax(seller, buyer, today);
    expect(proposal?.tax).toEqual({ category, rate });
    const reason = needsReason(category) ? taxReason(category, seller.country, language) : null;
    expect(reason?.text ?? '').toBe(text);
    expect(reason?.code ?? null).toBe(code);
  });

  it('is nothing while a country is not known', () => {
    const seller = { country: 'DE', vatId: '', smallBusiness: false };
    expect(proposeTax(seller, { country: '', vatId: '' }, today)).toBeNull();
    expect(proposeTax({ ...seller, country: 'XX' }, { country: 'DE', vatId: '' }, today)).toBeNull();
  });
});

describe('the countries', () => {
  it('has those that the app speaks of, each rate with its law and its day', () => {
    expect([...regimeCountries].sort()).toEqual(['DE', 'EE', 'ES', 'FR', 'GB', 'IN', 'NO', 'US']);
    for (const country of regimeCountries) {
      for (const { rate, since, source } of regimeOf(country)?.rates ?? []) {
        expect(rate).toBeGreaterThan(0);
        expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(source).not.toBe('');
      }
    }
  });

  it('knows a rate only from its day on', () => {
    expect(standardRate('EE', '2026-01-01')).toBe(24000);
    expect(standardRate('EE', '2025-06-30')).toBeNull();
    expect(standardRate('US', today)).toBeNull();
  });

  it.each(['en', 'de', 'et', 'nb', 'hi', 'es'])('has words for every reason in %s', (language) => {
    for (const category of ['reverse_charge', 'intra_eu', 'export', 'none'] as const) {
      expect(taxReason(category, 'AT', language).text).not.toBe('');
      if (language !== 'en')
        expect(taxReason(category, 'AT', language).text).not.toBe(taxReason(category, 'AT', 'en').text);
    }
    expect(taxReason('exempt', 'AT', language).text).toBe('');
  });
});

describe('a reason that the law words in one language', () => {
  it.each([
    ['DE', 'nb', 'Nicht im Inland steuerbare Leistung – Ikke avgiftspliktig'],
    ['DE', 'de', 'Nicht im Inland steuerbare Leistung'],
    ['NO', 'de', 'Fritatt for merverdiavgift, mval. § 6-22 – Ausfuhr, ohne Umsatzsteuer'],
  ])('is followed by that of the document (%s in %s)', (country, language, text) => {
    const category = regimeOf(country)?.abroad.category ?? 'none';
    expect(taxReason(category, country, language).text).toBe(text);
  });

  it.each([
    ['EE', 'de', 'Müüja ei ole käibemaksukohustuslane – Keine Umsatzsteuer, Regelung für Kleinunternehmen'],
    ['EE', 'en', 'Müüja ei ole käibemaksukohustuslane – The seller is not registered for VAT'],
    [
      ...(['DE', 'nb'] as const),
      'Steuerfrei nach § 19 UStG (Kleinunternehmer) – Uten merverdiavgift, ordning for små virksomheter',
    ],
  ])('says what a scheme for small businesses comes to (%s in %s)', (country, language, text) => {
    expect(taxReason('small_business', country, language).text).toBe(text);
  });

  it('is followed by English where nobody knows it in the language of the document', () => {
    expect(taxReason('small_business', 'DE', 'lv').text).toBe(
      'Steuerfrei nach § 19 UStG (Kleinunternehmer) – Exempt from VAT under § 19 UStG (German scheme for small businesses)',
    );
  });
});

describe('what cannot stand on one invoice', () => {
  const ids = {
    ...{ sellerCountry: 'DE', sellerVatId: 'DE136695976', sellerTaxNumber: '' },
    buyerVatId: 'EE100931558',
  };
  const numbered = { ...ids, sellerVatId: '', sellerTaxNumber: '12/345/67890' };
  const line = (category: Tax['category'], rate = 0) => ({ tax: { category, rate } });

  it.each([
    ['a rate with no tax', [line('reverse_charge', 19000)], ids, ['rateWithoutTax']],
    ['tax without a rate', [line('standard')], ids, ['taxWithoutRate']],
    [
      'nothing taxable beside something taxed',
      [line('none'), line('standard', 19000)],
      ids,
      ['mixedWithNone'],
    ],
    [
      'reverse charge without the buyer’s number',
      [line('reverse_charge')],
      { ...ids, buyerVatId: ' ' },
      ['clientVatId'],
    ],
    ['export without the seller’s number', [line('export')], { ...ids, sellerVatId: '' }, ['ownVatId']],
    ['tax without any number', [line('standard', 19000)], { ...ids, sellerVatId: '' }, ['ownTaxNumber']],
    ['tax with a tax number where that serves', [line('standard', 19000)], numbered, []],
    [
      'tax with a tax number where the law wants the VAT identifier',
      [line('standard', 24000)],
      { ...numbered, sellerCountry: 'EE' },
      ['ownVatId'],
    ],
    [
      'tax without any number there',
      [line('standard', 20000)],
      { ...ids, sellerCountry: 'GB', sellerVatId: '' },
      ['ownVatId'],
    ],
    [
      'tax without a VAT identifier elsewhere',
      [line('standard', 25000)],
      { ...numbered, sellerCountry: 'NO' },
      [],
    ],
    ['all in order', [line('standard', 19000), line('exempt'), line('reverse_charge')], ids, []],
    ['a small business without any number', [line('small_business')], { ...ids, sellerVatId: '' }, []],
  ] as const)('%s', (_, lines, parties, problems) => {
    expect(taxProblems(lines, parties)).toEqual(problems);
  });
});
