import { useTranslation } from 'react-i18next';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { MoneyOverview } from '#shared/ipc/billing.ts';
import type { MonthMoney } from '#shared/ipc/billing-reports.ts';
import { cx } from '../../../lib/cx.ts';
import frame from '../../../ui/Tiles.module.css';
import { useFormat } from '../format.ts';
import { useOwnFirst } from '../own-first.ts';
import classes from './Tiles.module.css';

interface TilesProps {
  readonly overview: MoneyOverview;
  readonly money: MonthMoney;
}

/** Four numbers at a glance; each currency by itself. */
export function Tiles({ overview, money }: TilesProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const ownFirst = useOwnFirst();
  const month = format.date(`${money.month}-01`, 'monthName');
  const { overdueCount: count } = overview;
  const owed = format.moneys(overview.owed).join(', ');
  const tiles: readonly [label: string, amounts: readonly Money[], late?: boolean, beside?: string][] = [
    [t('tiles.unbilled'), totalsByCurrency([...overview.unbilledTotals, ...overview.expenseTotals])],
    [t('tiles.open'), overview.open, false, owed && t('tiles.owed', { amounts: owed })],
    [count > 0 ? t('tiles.overdue', { count }) : t('tiles.noneOverdue'), overview.overdue, count > 0],
    [t('tiles.receivedIn', { period: month }), money.received],
  ];
  return (
    <dl className={frame.tiles}>
      {tiles.map(([label, amounts, late, beside]) => (
        <div key={label} className={cx(frame.tile, classes.tile)} data-late={late || undefined}>
          <dt>{label}</dt>
          <dd className="tabular">
            {amounts.length === 0 && <span className={classes.none}>–</span>}
            {format.moneys(ownFirst(amounts)).map((text) => (
              <span key={text}>{text}</span>
            ))}
            {beside && <span className={classes.beside}>{beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
