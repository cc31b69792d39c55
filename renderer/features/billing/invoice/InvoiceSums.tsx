import { useTranslation } from 'react-i18next';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';

/** Work, other lines, tax and total, as they stand. */
export function InvoiceSums({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { totals, currency, lines, workSeconds } = invoice;
  const net = (kind: 'time' | 'free') =>
    lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.net, 0);
  const has = (kind: 'time' | 'free') => lines.some((line) => line.kind === kind);
  const rows: readonly (readonly [label: string, amount: number])[] = [
    ...(has('time') ? [[t('sums.work', { time: format.hours(workSeconds) }), net('time')] as const] : []),
    ...(has('free') ? [[t('sums.other'), net('free')] as const] : []),
    ...totals.taxes.map((one) => {
      const percent = formatScaled(one.rate, taxRateScale, format.language);
      const label = one.category === 'standard' ? t('sums.tax', { percent }) : t('document.taxNotCharged');
      return [label, one.tax] as const;
    }),
  ];
  return (
    <dl className={`${classes.sums} tabular`}>
      {rows.map(([label, amount]) => [
        <dt key={`${label}-label`}>{label}</dt>,
        <dd key={label}>{format.money(amount, currency)}</dd>,
      ])}
      <dt className={classes.total}>{t('sums.total')}</dt>
      <dd className={classes.total}>{format.money(totals.gross, currency)}</dd>
    </dl>
  );
}
