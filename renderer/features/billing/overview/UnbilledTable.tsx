import { useTranslation } from 'react-i18next';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { MoneyOverview, UnbilledRow } from '#shared/ipc/billing.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import tables from '../Tables.module.css';
import classes from './UnbilledTable.module.css';

export interface UnbilledTableProps {
  readonly overview: MoneyOverview;
  readonly onDraft: (clientId: string) => void;
}

/** Each client's work that is on no issued invoice, with totals for each currency. */
export function UnbilledTable({ overview, onDraft }: UnbilledTableProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const number = tableStyles.number;
  const totals = totalsByCurrency([...overview.unbilledTotals, ...overview.expenseTotals]);
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
              <td className={tables.small}>{rateText(row)}</td>
              <td className={number}>
                {quantity(row)}
                {row.seconds !== row.rawSeconds && (
                  <div className={tables.small}>
                    {t('trackedTime', { time: format.hours(row.rawSeconds) })}
                  </div>
                )}
              </td>
              <td className={number}>{format.moneys(row.amounts).join(' + ') || '–'}</td>
              <td className={number}>{format.moneys(row.expenses).join(' + ') || '–'}</td>
              <td className={`${number} ${tableStyles.strong}`}>
                {format.moneys(totalsByCurrency([...row.amounts, ...row.expenses])).join(' + ') || '–'}
              </td>
              <td className={tables.side}>
                <RowAction row={row} onDraft={onDraft} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {totals.map(({ amount, currency }) => (
            <tr key={currency}>
              <td colSpan={3}>{t('totalIn', { currency: format.currencyName(currency) })}</td>
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

  /** Days and tasks are counted as such where there is nothing else; else the hours. */
  function quantity(row: UnbilledRow): string {
    const only = row.agreements.length === 1 ? row.agreements[0]?.kind : null;
    if (only === 'day_rate' && row.days > 0) return t('days', { count: row.days / 1000 });
    if (only === 'per_task' && row.tasks > 0) return t('tasks', { count: row.tasks });
    return row.rawSeconds > 0 ? format.hours(row.seconds) : '–';
  }

  function rateText(row: UnbilledRow): string {
    const texts = row.agreements.map(({ kind, rate, currency }) =>
      t(`agreed.${kind}`, { amount: format.money(rate, currency) }),
    );
    return texts.join(', ') || t('noRate');
  }
}

function RowAction({ row, onDraft }: { readonly row: UnbilledRow; readonly onDraft: (id: string) => void }) {
  const { t } = useTranslation('billing');
  if (row.draftId) {
    return (
      <a className={classes.chip} href={invoiceHref({ clientId: row.clientId, id: row.draftId })}>
        <Chip>{t('inDraft')}</Chip>
        <span className="visually-hidden">{row.clientName}</span>
      </a>
    );
  }
  if (row.unpricedSeconds > 0) {
    return (
      <a className={tableStyles.action} href={clientHref(row.clientId, 'money')}>
        {t('setRate')}
        <span className="visually-hidden">{row.clientName}</span>
      </a>
    );
  }
  return (
    <button type="button" className={tableStyles.action} onClick={() => onDraft(row.clientId)}>
      {t('draftInvoice')}
      <span className="visually-hidden">{row.clientName}</span>
    </button>
  );
}
