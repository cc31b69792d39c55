import type { Agreement } from '#shared/domain/agreement-match.ts';
import { type EntryPrice, entryPrice, type FrozenPrice } from '#shared/domain/entry-price.ts';
import type { Sql } from '../../store/open.ts';

/** The columns of a written-down price `p` of entry `e`, to be read by `frozenOf`. */
export const priceColumns = `p.terms_id AS priceTermsId, p.rate_minor AS priceRate, p.currency AS priceCurrency,
  p.terms AS priceTerms`;
export const joinPrice = 'LEFT JOIN entry_prices p ON p.id = e.id';

export interface PriceColumns {
  readonly priceTermsId: string | null;
  readonly priceRate: number | null;
  readonly priceCurrency: string | null;
  readonly priceTerms: string | null;
}

/** The price that was written down for an entry, or null. */
export function frozenOf(row: PriceColumns): FrozenPrice | null {
  const { priceTermsId: termsId, priceRate: rate, priceCurrency: currency, priceTerms: terms } = row;
  if (termsId === null || rate === null || currency === null || terms === null) return null;
  return { termsId, rate, currency, dayTerms: terms === '{}' ? null : JSON.parse(terms) };
}

/** A task's own price, in minor units; `termsId` is null when it was typed for the task. */
export interface TaskPrice {
  readonly taskId: string;
  readonly termsId: string | null;
  readonly price: number;
  readonly currency: string;
}

/** A stored piece of work as far as its price depends on it. */
interface PricedRow extends PriceColumns {
  readonly taskId: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly date: string;
}

/**
 * How a stored piece of work is paid for.
 * @param prices of tasks that have prices of their own.
 */
export function priceOfRow(
  row: PricedRow,
  agreements: readonly Agreement[],
  prices: Pick<ReadonlyMap<string, unknown>, 'has'>,
): EntryPrice {
  const { taskId, taskKindId } = row;
  const task = taskId === null ? null : { workKindId: taskKindId, priced: prices.has(taskId) };
  return entryPrice({ ...row, task, frozen: frozenOf(row) }, agreements);
}

/** Reads the prices that tasks of a client have of their own, by task. */
export function createTaskPriceRows(sql: Sql): (clientId: string) => ReadonlyMap<string, TaskPrice> {
  const select = sql.prepare<[string], TaskPrice>(
    `SELECT id AS taskId, terms_id AS termsId, price_minor AS price, currency FROM task_prices WHERE client_id = ?`,
  );
  return (clientId) => new Map(select.all(clientId).map((row) => [row.taskId, row]));
}
