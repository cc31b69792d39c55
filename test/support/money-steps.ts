import fc from 'fast-check';
import type { BillingScene } from './billing-scene.ts';

/** Something that may happen to the money of a few clients; it may be refused. */
export type Step = (scene: BillingScene, clients: readonly string[]) => Promise<unknown> | unknown;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const ids = (scene: BillingScene, query: string) =>
  scene.store.sql.prepare<[], string>(query).pluck().all() as string[];
const invoiceOf = (scene: BillingScene, n: number) =>
  pick(ids(scene, `SELECT id FROM invoices WHERE kind = 'invoice' ORDER BY state DESC, id`), n) ?? '';
/** Of the clients, in their order. */
export const currencies = ['EUR', 'JPY', 'KWD'];
const taxes = [
  { category: 'standard', rate: 19_000 },
  { category: 'standard', rate: 9_975 },
  { category: 'none', rate: 0 },
] as const;

const work: fc.Arbitrary<Step> = fc.tuple(fc.nat(2), fc.nat(20), fc.integer({ min: 1, max: 30_000 })).map(
  ([client, day, seconds]): Step =>
    (scene, clients) =>
      scene.entry(pick(clients, client) ?? '', {
        start: `2026-11-${String(day + 1).padStart(2, '0')}T08:00:00Z`,
        seconds,
        note: `n${day % 3}`,
      }),
);
const expense: fc.Arbitrary<Step> = fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 99_999 })).map(
  ([client, amount]): Step =>
    (scene, clients) =>
      scene.billing.expenses.save({
        ...{
          id: null,
          clientId: pick(clients, client) ?? '',
          spentOn: '2026-11-20',
          text: 'Courier',
          amount,
        },
        ...{ currency: pick(currencies, client) ?? 'EUR', billable: true, receiptId: null },
      }),
);
const bill: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat(2),
    fc.nat(),
    fc.option(fc.integer({ min: 1, max: 100_000 })),
    fc.integer({ min: -500, max: 50_000 }),
    fc.option(fc.nat()),
  )
  .map(
    ([client, tax, percent, unit, own]): Step =>
      async (scene, clients) => {
        const invoiceId = scene.draft(pick(clients, client) ?? '', tax % 2 === 0 ? 'task' : 'day');
        scene.billing.drafts.change({ invoiceId, tax: pick(taxes, tax) ?? taxes[0] });
        const { lineId } = scene.billing.lines.add({ invoiceId, text: 'Other', quantity: 1500, unit });
        if (percent !== null)
          scene.billing.expenses.addDiscount({ invoiceId, text: 'Less', percent, amount: null });
        // A line of another tax, once the discount stands already.
        if (own !== null) scene.billing.lines.change({ lineId, tax: pick(taxes, own) ?? null });
        await scene.billing.issue(invoiceId);
      },
  );
const credit: fc.Arbitrary<Step> = fc
  .tuple(
    fc.nat(),
    fc.array(fc.option(fc.integer({ min: -100, max: 120 })), { minLength: 1, maxLength: 4 }),
    fc.boolean(),
  )
  .map(
    ([n, parts, givesBack]): Step =>
      async (scene) => {
        const invoiceId = invoiceOf(scene, n);
        const lines = scene.billing.credits.creditable(invoiceId).lines.map(({ id, left }, index) => {
          const part = parts[index % parts.length] ?? null;
          return { lineId: id, net: part === null ? null : Math.trunc((left * part) / 100) };
        });
        const made = scene.billing.credits.create({ invoiceId, lines, givesBack });
        await scene.billing.issue(made.invoiceId);
      },
  );
const pay: fc.Arbitrary<Step> = fc.tuple(fc.nat(), fc.integer({ min: -20_000, max: 60_000 })).map(
  ([n, amount]): Step =>
    (scene) => {
      const invoiceId = invoiceOf(scene, n);
      if (amount % 7 === 0) return scene.billing.payments.writeOff({ invoiceId, reason: '' });
      return scene.billing.payments.save({
        id: null,
        invoiceId,
        paidOn: '2026-11-24',
        amount: amount || 1,
        note: '',
      });
    },
);
/** Work, expenses, invoices, credit notes, payments, write-offs and undo. */
export const step = fc.oneof(
  work,
  work,
  expense,
  bill,
  bill,
  credit,
  credit,
  pay,
  fc.constant<Step>((scene) => scene.store.undo()),
);
