import { type LineKind, quantityNet, quantityScale, type Tax, timeNet } from './invoice.ts';
import { percentOf, sumOf } from './money.ts';

interface Priced {
  readonly kind: LineKind;
  readonly seconds: number | null;
  readonly quantity: number | null;
  readonly unit: number;
}

interface Taxed {
  readonly kind: LineKind;
  readonly percent: number | null;
  readonly net: number;
  readonly tax: Tax;
}

/** The most that a line may come to, either way: a hundred million of any currency with two decimals. */
export const largestNet = 10_000_000_000;

/** Whether a quantity (thousandths) at a unit price (minor units) comes to more than any line may. */
export function isTooMuch(quantity: number, unit: number): boolean {
  return Math.abs(quantity * unit) > largestNet * 10 ** quantityScale;
}

/** Net of a line in minor units: by the hour where it has no quantity, rounded once, half away from zero. */
export function lineNet({ kind, seconds, quantity, unit }: Priced, currency: string): number {
  if (kind === 'time' || kind === 'hours') return timeNet(seconds ?? 0, unit, currency);
  return quantityNet(quantity ?? 0, unit, currency);
}

/** A discount of so many percent: below zero, on all other lines of the same tax that are no discounts themselves. */
export function discountNet(discount: Taxed, lines: readonly Taxed[], currency: string): number {
  const base = lines.filter(
    ({ kind, tax }) =>
      kind !== 'discount' && tax.category === discount.tax.category && tax.rate === discount.tax.rate,
  );
  const net = sumOf(
    base.map((line) => line.net),
    currency,
  );
  return -percentOf(net, discount.percent ?? 0, currency) || 0;
}
