import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponentOf } from '#shared/domain/currencies.ts';
import { ciiText } from '#shared/domain/einvoice/cii.ts';
import { toEInvoice } from '#shared/domain/einvoice/from-snapshot.ts';
import { einvoiceProblems } from '#shared/domain/einvoice/problems.ts';
import { coreUbl, ublText } from '#shared/domain/einvoice/ubl.ts';
import type { InvoiceSnapshot } from '#shared/domain/invoice-snapshot.ts';
import type { Tax } from '#shared/domain/tax-category.ts';
import { ciiSchemaErrors } from '#test/support/einvoice/cii-schema.ts';
import { ruleErrors } from '#test/support/einvoice/rules.ts';
import { anyInvoice, buyer, invoiceOver, seller } from '#test/support/einvoice/snapshots.ts';
import { sumErrors } from '#test/support/einvoice/sums.ts';
import { ublSchemaErrors } from '#test/support/einvoice/ubl-schema.ts';

const hour = {
  kind: 'time',
  quantity: null,
  unit: 4500,
  tax: { category: 'standard', rate: 19000 },
} as const;
const piece = (category: Tax['category'], rate = 0) =>
  ({ kind: 'free', quantity: 1000, unit: 10000, tax: { category, rate } }) as const;
const both = (snapshot: InvoiceSnapshot) => {
  const invoice = toEInvoice(snapshot);
  return { invoice, ubl: ublText(invoice, coreUbl), cii: ciiText(invoice) };
};

describe('any invoice', () => {
  it('is valid, follows the rules and adds up to the minor unit in both syntaxes', () => {
    fc.assert(
      fc.property(anyInvoice, (snapshot) => {
        const { ubl, cii, invoice } = both(snapshot);
        const decimals = exponentOf(snapshot.currency);
        expect(ublSchemaErrors(ubl)).toEqual([]);
        expect(ciiSchemaErrors(cii)).toEqual([]);
        for (const xml of [ubl, cii]) {
          expect(sumErrors(xml, decimals)).toEqual([]);
          expect(ruleErrors(xml)).toEqual([]);
        }
        expect([invoice.net, invoice.tax, invoice.gross]).toEqual([
          snapshot.totals.net,
          snapshot.totals.tax,
          snapshot.totals.gross,
        ]);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});

describe('time', () => {
  it.each([
    [5400, '1.5', 'HUR', '1'],
    [3609, '1.0025', 'HUR', '1'],
    [20400, '340', 'MIN', '60'],
    [3601, '3601', 'SEC', '3600'],
    [0, '0', 'HUR', '1'],
  ])('of %i seconds is %s %s', (seconds, quantity, unit, baseQuantity) => {
    const [line] = toEInvoice(invoiceOver([{ ...hour, seconds }])).lines;
    expect(line).toMatchObject({ quantity, unit, baseQuantity, price: '45.00' });
  });
});

describe('discounts', () => {
  it('are quantities below zero, never prices', () => {
    const percent = {
      ...piece('standard', 19000),
      kind: 'discount',
      quantity: null,
      unit: 0,
      percent: 10000,
      net: 0,
    } as const;
    const { lines } = toEInvoice(
      invoiceOver([piece('standard', 19000), percent, { ...piece('standard', 19000), unit: -250 }]),
    );
    expect(lines.map(({ quantity, price, net }) => [quantity, price, net])).toEqual([
      ['1', '100.00', 10000],
      ['-1', '9.75', -975],
      ['-1', '2.50', -250],
    ]);
  });
});

describe('parties', () => {
  it('leave out VAT identifiers where nothing is taxable, and name the seller by its own number', () => {
    const { invoice } = both(invoiceOver([piece('none')]));
    expect([invoice.seller.vatId, invoice.buyer.vatId]).toEqual(['', '']);
    expect(invoice.seller.identifier).toBe('DE136695976');
    expect(invoice.taxes).toMatchObject([{ code: 'O', percent: null, reasonCode: 'VATEX-EU-O' }]);
  });

  it('take a number without a country in front as a tax number', () => {
    const india = { ...seller, vatId: '27AAPFU0939F1ZV', postal: { ...seller.postal, country: 'IN' } };
    const { invoice } = both(invoiceOver([piece('standard', 18000)], { seller: india }));
    expect(invoice.seller).toMatchObject({
      vatId: '',
      taxNumber: '27AAPFU0939F1ZV',
      identifier: '27AAPFU0939F1ZV',
    });
  });

  it('are reached by e-mail where no other address is given', () => {
    const { invoice } = both(
      invoiceOver([piece('standard', 19000)], {
        buyer: { ...buyer, endpoint: { scheme: '0204', id: '04-1' } },
      }),
    );
    expect(invoice.seller.endpoint).toEqual({ scheme: 'EM', id: 'ana@sample.example' });
    expect(invoice.buyer.endpoint).toEqual({ scheme: '0204', id: '04-1' });
  });

  it('name no account on a credit note, and one by IBAN in euro as a SEPA transfer', () => {
    const lines = [piece('standard', 19000)];
    expect(toEInvoice(invoiceOver(lines)).payment).toMatchObject({
      means: '58',
      account: 'DE75512108001245126199',
    });
    expect(toEInvoice(invoiceOver(lines, { currency: 'NOK' })).payment.means).toBe('30');
    expect(toEInvoice(invoiceOver(lines, { kind: 'credit_note' })).payment).toMatchObject({
      means: '1',
      account: '',
    });
  });
});

describe('reasons', () => {
  it('are the person’s own words where there are some, and one group for everything exempt', () => {
    const snapshot = invoiceOver([piece('exempt'), piece('small_business')], {
      taxReasons: [{ category: 'exempt', text: 'Unterricht, § 4 Nr. 21 UStG' }],
    });
    expect(toEInvoice(snapshot).taxes).toMatchObject([
      {
        code: 'E',
        net: 20000,
        reason: 'Unterricht, § 4 Nr. 21 UStG; Steuerfrei nach § 19 UStG (Kleinunternehmer)',
      },
    ]);
  });
});

describe('what is missing is said before', () => {
  const ready = invoiceOver([piece('standard', 19000)]);
  const bare = { scheme: '', id: '' };
  const place = { street: '', postcode: '', city: '', region: '', country: '' };

  it('is nothing when all is there, or when no format is wanted', () => {
    expect(einvoiceProblems(ready, ['xrechnung', 'facturx', 'ubl', 'cii'])).toEqual([]);
    const empty = { ...ready, seller: { ...seller, postal: place } };
    expect(einvoiceProblems(empty, [])).toEqual([]);
  });

  it.each<[string, InvoiceSnapshot, string[]]>([
    [
      'both countries',
      { ...ready, seller: { ...seller, postal: place }, buyer: { ...buyer, postal: place } },
      ['ownCountry', 'clientCountry'],
    ],
    [
      'a currency with three decimals',
      invoiceOver([piece('standard', 19000)], { currency: 'KWD' }),
      ['eCurrency'],
    ],
    [
      'a currency with three decimals that taxes are paid in',
      {
        ...ready,
        display: { currency: 'TND', rate: '3.4', date: '2026-11-24', source: 'Bank', gross: 1, tax: 1 },
      },
      ['eCurrency'],
    ],
    [
      'the buyer’s number',
      invoiceOver([piece('reverse_charge')], { buyer: { ...buyer, vatId: '' } }),
      ['clientVatId'],
    ],
    [
      'the seller’s number',
      invoiceOver([piece('reverse_charge')], { seller: { ...seller, vatId: '12345', taxNumber: '1' } }),
      ['ownVatId'],
    ],
    ['any number', { ...ready, seller: { ...seller, vatId: '' } }, ['ownTaxNumber']],
    [
      'who the seller is',
      invoiceOver([piece('none')], { seller: { ...seller, vatId: '' } }),
      ['ownIdentifier'],
    ],
    ['why it is exempt', invoiceOver([piece('exempt')]), ['taxReason']],
  ])('%s', (_, snapshot, problems) => {
    expect(einvoiceProblems(snapshot, ['ubl'])).toEqual(problems);
  });

  it('asks for more where XRechnung does', () => {
    const snapshot = {
      ...ready,
      seller: { ...seller, phone: '', email: '', endpoint: bare, postal: { ...place, country: 'DE' } },
      buyer: { ...buyer, reference: ' ', email: '', endpoint: bare, postal: { ...place, country: 'DE' } },
    };
    expect(einvoiceProblems(snapshot, ['ubl'])).toEqual([]);
    expect(einvoiceProblems(snapshot, ['xrechnung'])).toEqual([
      'ownCity',
      'ownPostcode',
      'ownPhone',
      'ownEmail',
      'clientReference',
      'clientCity',
      'clientPostcode',
      'clientEndpoint',
    ]);
  });
});
