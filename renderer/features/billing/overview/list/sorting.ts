import { exponentOf } from '#shared/domain/currencies.ts';
import type { Money } from '#shared/domain/money.ts';

export interface Sorting {
  /** Id of a column. */
  readonly by: string;
  readonly down: boolean;
}

/** What a column is sorted by: words, or numbers. */
export type SortKey<Row> = (row: Row) => string | number;

/** The rows in the order of one column; rows that are alike there keep the order that they came in. */
export function sorted<Row>(
  rows: readonly Row[],
  key: SortKey<Row> | undefined,
  down: boolean,
  locale: string,
): readonly Row[] {
  if (!key) return rows;
  const words = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const keyed = rows.map((row, at) => ({ row, key: key(row), at }));
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
  keyed.sort((a, b) => (down ? compare(b.key, a.key) : compare(a.key, b.key)) || a.at - b.at);
  return keyed.map(({ row }) => row);
}

/** A click on a column's heading: first its own order, then the other way, then as the rows came. */
export function nextSorting(now: Sorting | null, by: string, downFirst: boolean): Sorting | null {
  if (now?.by !== by) return { by, down: downFirst };
  return now.down === downFirst ? { by, down: !downFirst } : null;
}

/** Amounts in the order of the numbers that one reads, whatever the currency; only for sorting. */
export function byAmount(money: Money | undefined): number {
  return money ? money.amount / 10 ** exponentOf(money.currency) : 0;
}
