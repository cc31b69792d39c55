import type { TFunction } from 'i18next';
import { taxRateScale } from '#shared/domain/money.ts';
import type { Tax } from '#shared/domain/tax-category.ts';

/** A rate with its per cent, everything else by the reason why nothing is charged. */
export function taxName(
  { category, rate }: Tax,
  t: TFunction<readonly ['money', 'billing']>,
  language: string,
): string {
  if (category !== 'standard') return t(`billing:tax.${category}`);
  const percent = new Intl.NumberFormat(language, { maximumFractionDigits: taxRateScale });
  return t('money:tax.rate', { percent: percent.format(rate / 10 ** taxRateScale) });
}
