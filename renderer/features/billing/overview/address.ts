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
  'reports',
] as const;
export type MoneyTab = (typeof moneyTabs)[number];

/** What the reports tab shows. */
export const moneyReports = ['ageing', 'expected', 'year', 'taxes'] as const;
export type MoneyReport = (typeof moneyReports)[number];

export interface MoneyPlace {
  readonly tab: MoneyTab;
  /** A month or a year; null for the current month, or for all time where a tab is not about a month. */
  readonly period: Period | null;
  /** Of the reports tab. */
  readonly report?: MoneyReport;
}

/** Address of a tab. */
export function moneyHref({ tab, period, report = 'ageing' }: MoneyPlace): string {
  const query = new URLSearchParams({
    ...(tab === 'overview' ? {} : { tab }),
    ...(tab !== 'reports' || report === 'ageing' ? {} : { report }),
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
    report: moneyReports.find((known) => known === search.report) ?? 'ageing',
    period: isMonth(period) || isYear(period) ? period : null,
  };
}
