import { useTranslation } from 'react-i18next';
import type { Money } from '#shared/domain/money.ts';
import type { MoneyOverview } from '#shared/ipc/billing.ts';
import { useFormat } from '../format.ts';
import classes from './Tiles.module.css';

/** Four numbers at a glance; each currency by itself. */
export function Tiles({ overview }: { readonly overview: MoneyOverview }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const month = format.date(overview.today, 'month');
  const tiles: readonly [label: string, amounts: readonly Money[]][] = [
    [t('tiles.unbilled'), overview.unbilledTotals],
    [t('tiles.inDraft'), overview.inDraft],
    [t('tiles.invoicedIn', { period: month }), overview.invoicedThisMonth],
    [t('tiles.invoicedIn', { period: overview.today.slice(0, 4) }), overview.invoicedThisYear],
  ];
  return (
    <dl className={classes.tiles}>
      {tiles.map(([label, amounts]) => (
        <div key={label} className={classes.tile}>
          <dt>{label}</dt>
          <dd className="tabular">
            {amounts.length === 0 && <span className={classes.none}>–</span>}
            {format.moneys(bySize(amounts)).map((text) => (
              <span key={text}>{text}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const bySize = (amounts: readonly Money[]) => amounts.toSorted((a, b) => b.amount - a.amount);
