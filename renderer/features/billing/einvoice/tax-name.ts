import { useTranslation } from 'react-i18next';
import type { Tax } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import { useFormat } from '../format.ts';

/** What a tax is called: its rate where one is charged. */
export function useTaxName(): (tax: Tax) => string {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  return ({ category, rate }) =>
    category === 'standard' ? `${formatScaled(rate, taxRateScale, language)} %` : t(`tax.${category}`);
}
