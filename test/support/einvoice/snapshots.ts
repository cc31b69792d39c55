import fc from 'fast-check';
import { totalsOf } from '#shared/domain/invoice.ts';
import type {
  BuyerParty,
  InvoiceSnapshot,
  SellerParty,
  SnapshotLine,
} from '#shared/domain/invoice-snapshot.ts';
import { discountNet, lineNet } from '#shared/domain/line-net.ts';
import type { Tax } from '#shared/domain/tax-category.ts';
import { sampleBuyer, sampleLine, sampleSeller, sampleSnapshot } from '../snapshot.ts';

export const seller: SellerParty = {
  ...sampleSeller,
  name: 'Ana Pérez',
  postal: { street: 'Sample street 1', postcode: '50667', city: 'Köln', region: '', country: 'DE' },
  email: 'ana@sample.example',
  phone: '+49 221 000000',
  vatId: 'DE 136 695 976',
  account: { holder: 'Ana Pérez', iban: 'DE75512108001245126199', bic: 'SOGEDEFFXXX', bank: '' },
};

export const buyer: BuyerParty = {
  ...sampleBuyer,
  name: 'Größe & Söhne',
  postal: {
    street: 'Client road 2\nBack door',
    postcode: '10115',
    city: 'Berlin',
    region: '',
    country: 'DE',
  },
  email: 'in@client.example',
  vatId: 'DE129273398',
  reference: '04011000-12345-03',
};

/** An invoice over these lines: their nets and the totals are worked out as the app does. */
export function invoiceOver(
  lines: readonly Partial<SnapshotLine>[],
  changes: Partial<InvoiceSnapshot> = {},
): InvoiceSnapshot {
  const currency = changes.currency ?? 'EUR';
  const priced = lines.map((line, index) => {
    const whole = sampleLine({ id: `${index}`, net: Number.NaN, ...line });
    return line.net === undefined ? { ...whole, net: lineNet(whole, currency) } : whole;
  });
  const done = priced.map((line) =>
    line.percent === null ? line : { ...line, net: discountNet(line, priced, currency) },
  );
  return sampleSnapshot({ lines: done, totals: totalsOf(done, currency), seller, buyer, ...changes });
}

const taxed: fc.Arbitrary<Tax> = fc.oneof(
  fc.record({ category: fc.constant('standard' as const), rate: fc.constantFrom(19000, 7000, 5500, 25000) }),
  fc.record({
    category: fc.constantFrom('zero', 'exempt', 'small_business', 'reverse_charge', 'intra_eu', 'export'),
    rate: fc.constant(0),
  }),
);
const price = fc.integer({ min: 0, max: 2_000_000 });
const quantity = fc.integer({ min: -20_000, max: 20_000 });

const line = (tax: fc.Arbitrary<Tax>): fc.Arbitrary<Partial<SnapshotLine>> =>
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('time', 'hours'),
      seconds: fc.integer({ min: 0, max: 400_000 }),
      quantity: fc.constant(null),
      unit: price,
      tax,
    }),
    fc.record({ kind: fc.constantFrom('free', 'day', 'task', 'expense'), quantity, unit: price, tax }),
    fc.record({
      kind: fc.constant('discount'),
      quantity: fc.constant(1000),
      unit: price.map((each) => -each),
      tax,
    }),
    fc.record({
      kind: fc.constant('discount'),
      quantity: fc.constant(null),
      unit: fc.constant(0),
      percent: fc.integer({ min: 1, max: 50_000 }),
      net: fc.constant(0),
      tax,
    }),
    // Part of a line that is credited: nothing is left of quantity times price.
    fc.record({
      kind: fc.constant('time'),
      seconds: fc.constant(3600),
      quantity: fc.constant(null),
      unit: price,
      net: price,
      tax,
    }),
  );

/** Invoices and credit notes of every kind of line and tax, in currencies with no decimals and with two. */
export const anyInvoice: fc.Arbitrary<InvoiceSnapshot> = fc
  .record({
    lines: fc.oneof(
      fc.array(line(taxed), { minLength: 1, maxLength: 8 }),
      fc.array(line(fc.constant({ category: 'none', rate: 0 } as const)), { minLength: 1, maxLength: 4 }),
    ),
    currency: fc.constantFrom('EUR', 'JPY', 'NOK'),
    credit: fc.boolean(),
  })
  .map(({ lines, currency, credit }) =>
    invoiceOver(lines, {
      currency,
      taxReasons: [{ category: 'exempt', text: 'Exempt under § 4 UStG' }],
      ...(credit
        ? {
            kind: 'credit_note',
            corrects: { invoiceId: '1', number: '2026-001', issueDate: '2026-10-25', givesBack: false },
          }
        : {}),
    }),
  );
