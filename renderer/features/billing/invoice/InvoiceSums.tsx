import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineKind } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';
import { isAllByHour } from './quantity.ts';

type Part = 'work' | 'expenses' | 'other' | 'discount';

const partOf: Readonly<Record<LineKind, Part>> = {
  time: 'work',
  day: 'work',
  task: 'work',
  fee: 'work',
  hours: 'work',
  expense: 'expenses',
  discount: 'discount',
  free: 'other',
};

/** Work, other lines, tax and total, as they stand. */
export function InvoiceSums({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { totals, currency, lines, workSeconds } = invoice;
  const net = (part: Part) =>
    lines.filter(({ kind }) => partOf[kind] === part).reduce((sum, line) => sum + line.net, 0);
  const has = (part: Part) => lines.some(({ kind }) => partOf[kind] === part);
  const work =
    workSeconds > 0 && isAllByHour(lines)
      ? t('sums.work', { time: format.hours(workSeconds) })
      : t('table.work');
  const rows: readonly (readonly [label: string, amount: number])[] = [
    ...(has('work') ? [[work, net('work')] as const] : []),
    ...(has('expenses') ? [[t('sums.expenses'), net('expenses')] as const] : []),
    ...(has('other') ? [[t('sums.other'), net('other')] as const] : []),
    ...(has('discount') ? [[t('sums.discount'), net('discount')] as const] : []),
    ...totals.taxes.map((one) => {
      const percent = formatScaled(one.rate, taxRateScale, format.language);
      const label = one.category === 'standard' ? t('sums.tax', { percent }) : t('document.taxNotCharged');
      return [label, one.tax] as const;
    }),
  ];
  return (
    <dl className={`${classes.sums} tabular`}>
      {rows.map(([label, amount], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two taxes that charge nothing are called the same
        <Fragment key={index}>
          <dt>{label}</dt>
          <dd>{format.money(amount, currency)}</dd>
        </Fragment>
      ))}
      <dt className={classes.total}>{t('sums.total')}</dt>
      <dd className={classes.total}>{format.money(totals.gross, currency)}</dd>
    </dl>
  );
}
