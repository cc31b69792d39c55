import { fractionOf, percentOf, sumOf } from './money.ts';
import { allTaxCategories, type Tax, type TaxCategory } from './tax-category.ts';

export type { Tax, TaxCategory } from './tax-category.ts';

export const groupings = ['task', 'day', 'kind', 'one'] as const;
export type Grouping = (typeof groupings)[number];

/**
 * What a line bills: tracked time, days, a task with its own price, a retainer's fee or the hours of its cycle, an
 * expense, less of something, or anything else.
 */
export const lineKinds = ['time', 'day', 'task', 'fee', 'hours', 'expense', 'discount', 'free'] as const;
export type LineKind = (typeof lineKinds)[number];

/** What stands behind a line besides time entries; each can stand behind one live line only. */
export const sourceKinds = ['task', 'day', 'fee', 'hours', 'expense'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** What is kept of an issued invoice, each as it was made then. */
export const documentFormats = ['pdf', 'ubl', 'cii', 'xrechnung', 'facturx'] as const;

/** The categories that invoices offer. */
export const taxCategories: readonly TaxCategory[] = allTaxCategories;

const secondsPerHour = 3600;
/** Quantities of free lines count thousandths: 1.5 pieces are 1500. */
export const quantityScale = 3;

/**
 * Whole seconds between two instants (UTC ms); a begun second is not billed. Line quantities are sums of these,
 * so that the way entries are grouped never changes what is billed by more than rounding.
 */
export function billableSeconds(startedAt: number, endedAt: number): number {
  return Math.floor((endedAt - startedAt) / 1000);
}

/** Net of time at an hourly rate in minor units: seconds × rate / 3600, rounded once, half away from zero. */
export function timeNet(seconds: number, hourlyRate: number, currency: string): number {
  return fractionOf(hourlyRate, seconds, secondsPerHour, currency);
}

/** Net of a quantity in thousandths at a unit price in minor units, rounded once, half away from zero. */
export function quantityNet(quantity: number, unitPrice: number, currency: string): number {
  return fractionOf(unitPrice, quantity, 10 ** quantityScale, currency);
}

export interface TaxTotal extends Tax {
  readonly net: number;
  readonly tax: number;
}

export interface Totals {
  readonly net: number;
  readonly taxes: readonly TaxTotal[];
  readonly tax: number;
  readonly gross: number;
}

/**
 * Adds lines up. Tax is worked out once per rate on the sum of its lines (EN 16931, BR-CO-17 and BR-S-08),
 * never line by line. All amounts are minor units of `currency`.
 */
export function totalsOf(lines: readonly { net: number; tax: Tax }[], currency: string): Totals {
  const keys = [...new Set(lines.map(({ tax }) => `${tax.category} ${tax.rate}`))];
  const taxes = keys.map((key): TaxTotal => {
    const own = lines.filter(({ tax }) => `${tax.category} ${tax.rate}` === key);
    const { category, rate } = own[0]?.tax ?? { category: 'none', rate: 0 };
    const net = sumOf(
      own.map((line) => line.net),
      currency,
    );
    return { category, rate, net, tax: percentOf(net, rate, currency) };
  });
  taxes.sort((a, b) => a.category.localeCompare(b.category) || b.rate - a.rate);
  const net = sumOf(
    lines.map((line) => line.net),
    currency,
  );
  const tax = sumOf(
    taxes.map((total) => total.tax),
    currency,
  );
  return { net, taxes, tax, gross: sumOf([net, tax], currency) };
}
