import { useTranslation } from 'react-i18next';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { MoneyOverview } from '#shared/ipc/billing.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { useFormat } from '../format.ts';
import { Moneys } from '../Moneys.tsx';
import { useOwnFirst } from '../own-first.ts';
import tables from '../Tables.module.css';
import { UnbilledAction } from './UnbilledAction.tsx';
import classes from './UnbilledTable.module.css';
import { useUnbilledWords } from './unbilled-words.ts';

export interface UnbilledTableProps {
  readonly overview: MoneyOverview;
  readonly onDraft: (clientId: string) => void;
}

/** Each client's work that is on no issued invoice, with totals for each currency. */
export function UnbilledTable({ overview, onDraft }: UnbilledTableProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { quantity, rates, allRates } = useUnbilledWords();
  const number = tableStyles.number;
  const totals = useOwnFirst()(totalsByCurrency([...overview.unbilledTotals, ...overview.expenseTotals]));
  const part = (amounts: readonly Money[], currency: string) => {
    const found = amounts.find((one) => one.currency === currency);
    return found ? format.money(found.amount, currency) : '–';
  };
  return (
    <div className={tableStyles.scroll}>
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.client')}</th>
            <th scope="col">{t('table.agreement')}</th>
            <th scope="col" className={number}>
              {t('table.quantity')}
            </th>
            <th scope="col" className={number}>
              {t('table.work')}
            </th>
            <th scope="col" className={number}>
              {t('sums.expenses')}
            </th>
            <th scope="col" className={number}>
              {t('sums.total')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t('table.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {overview.unbilled.map((row) => (
            <tr key={row.clientId}>
              <td className={tables.client}>
                <a className={classes.client} href={clientHref(row.clientId, 'money')}>
                  <ClientName name={row.clientName} colour={row.color} />
                </a>
              </td>
              <td
                className={`${tables.small} ${classes.agreed}`}
                {...(row.agreements.length > 0 ? tip(allRates(row)) : {})}
              >
                {rates(row)}
              </td>
              <td className={number}>
                {quantity(row)}
                {row.seconds !== row.rawSeconds && (
                  <div className={tables.small}>
                    {t('trackedTime', { time: format.hours(row.rawSeconds) })}
                  </div>
                )}
              </td>
              <td className={number}>
                <Moneys amounts={row.amounts} />
              </td>
              <td className={number}>
                <Moneys amounts={row.expenses} />
              </td>
              <td className={`${number} ${tableStyles.strong}`}>
                <Moneys amounts={totalsByCurrency([...row.amounts, ...row.expenses])} />
              </td>
              <td className={tables.side}>
                <UnbilledAction row={row} onDraft={onDraft} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map(({ amount, currency }) => (
            <tr key={currency}>
              <td colSpan={3}>{t('totalIn', { currency })}</td>
              <td className={number}>{part(overview.unbilledTotals, currency)}</td>
              <td className={number}>{part(overview.expenseTotals, currency)}</td>
              <td className={number}>{format.money(amount, currency)}</td>
              <td />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}
