import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type DayStyle, formatDate, formatDates } from '#shared/domain/clock-format.ts';
import { formatExact } from '#shared/domain/duration.ts';
import type { Money } from '#shared/domain/money.ts';
import { formatMoney, formatMoneyShort } from '#shared/domain/money-format.ts';

/** Amounts, dates and lengths of time as the person reads them. */
export function useFormat() {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(
    () => ({
      language,
      money: (amount: number, currency: string) => formatMoney(amount, currency, language),
      /** Without what is behind the point, large amounts in short: for the axis of a chart. */
      short: (amount: number, currency: string) => formatMoneyShort(amount, currency, language),
      /** Amounts of several currencies side by side, never added. */
      moneys: (amounts: readonly Money[]) =>
        amounts.map(({ amount, currency }) => formatMoney(amount, currency, language)),
      date: (iso: string, style: DayStyle = 'dated') => formatDate(iso, language, style),
      dates: (from: string, to: string) => formatDates(from, to, language),
      /** A decimal text with all its decimals. */
      decimal: (text: string) =>
        new Intl.NumberFormat(language, { maximumFractionDigits: 12 }).format(text as `${number}`),
      /** To the second, as money is counted. */
      hours: formatExact,
      currencyName: (code: string) => new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code,
    }),
    [language],
  );
}
