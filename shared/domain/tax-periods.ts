import { allTaxCategories, type TaxCategory } from './tax-category.ts';

export const taxSteps = ['month', 'quarter', 'year'] as const;
export type TaxStep = (typeof taxSteps)[number];

/** Net and tax of one rate in one currency, minor units; credit notes taken off. */
export interface TaxRow {
  /** `YYYY-MM`, `YYYY-Qn` or `YYYY`. */
  readonly period: string;
  readonly currency: string;
  readonly category: TaxCategory;
  /** Thousandths of a percent. */
  readonly rate: number;
  readonly net: number;
  readonly tax: number;
}

/** The period in which a month (`YYYY-MM`) lies. */
export function taxPeriodOf(month: string, step: TaxStep): string {
  if (step === 'month') return month;
  const year = month.slice(0, 4);
  return step === 'year' ? year : `${year}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}

/** Rows of months (`YYYY-MM`) added up to longer periods; by period, currency, category as the law lists them, rate. */
export function taxRows(months: readonly TaxRow[], step: TaxStep): TaxRow[] {
  const sums = new Map<string, TaxRow>();
  for (const row of months) {
    const period = taxPeriodOf(row.period, step);
    const key = [period, row.currency, row.category, row.rate].join(' ');
    const sum = sums.get(key);
    sums.set(key, {
      ...row,
      period,
      net: (sum?.net ?? 0) + row.net,
      tax: (sum?.tax ?? 0) + row.tax,
    });
  }
  const place = (category: TaxCategory) => allTaxCategories.indexOf(category);
  return [...sums.values()].sort(
    (a, b) =>
      compare(a.period, b.period) ||
      compare(a.currency, b.currency) ||
      place(a.category) - place(b.category) ||
      b.rate - a.rate,
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
