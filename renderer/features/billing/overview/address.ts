import { useSearch } from '@tanstack/react-router';
import { isMonth, isYear, type Period } from '#shared/domain/period.ts';
import { overviewHref } from '../../../lib/addresses.ts';

/** The tabs of the money across clients, in their order. */
export const moneyTabs = [
  'overview',
  'unbilled',
  'retainers',
  'invoices',
  'expenses',
  'payments',
  'rates',
] as const;
export type MoneyTab = (typeof moneyTabs)[number];

export interface MoneyPlace {
  readonly tab: MoneyTab;
  /** A month or a year; null for the current month, or for all time where a tab is not about a month. */
  readonly period: Period | null;
}

/** Address of a tab. */
export function moneyHref({ tab, period }: MoneyPlace): string {
  const query = new URLSearchParams({
    ...(tab === 'overview' ? {} : { tab }),
    ...(period === null ? {} : { period }),
  }).toString();
  return `${overviewHref('money')}${query && `?${query}`}`;
}

/** Which tab and which period the address names. */
export function useMoneyPlace(): MoneyPlace {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  // The router reads `2026` as a number.
  const period = String(search.period ?? '');
  return {
    tab: moneyTabs.find((known) => known === search.tab) ?? 'overview',
    period: isMonth(period) || isYear(period) ? period : null,
  };
}
