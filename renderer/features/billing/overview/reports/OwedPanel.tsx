import { useTranslation } from 'react-i18next';
import { totalsByCurrency } from '#shared/domain/money.ts';
import type { OpenInvoice } from '#shared/ipc/billing-reports.ts';
import { ClientName } from '../../../../ui/ClientName.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { TableHead } from '../../../../ui/TableHead.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import { invoiceHref } from '../../InvoicesTable.tsx';
import tables from '../../Tables.module.css';
import classes from './Reports.module.css';

/** What is to be paid back to clients, apart from what they owe; nothing where there is none. */
export function OwedPanel({ rows }: { readonly rows: readonly OpenInvoice[] }) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  if (rows.length === 0) return null;
  const totals = totalsByCurrency(rows.map(({ open: amount, currency }) => ({ amount, currency })));
  return (
    <Panel title={t('owed.title')} flush>
      <div className={tableStyles.scroll}>
        <table className={`${tableStyles.table} ${classes.table}`}>
          <caption className="visually-hidden">{t('owed.title')}</caption>
          <TableHead
            columns={[
              { label: t('billing:table.client') },
              { label: t('billing:table.number') },
              { label: t('billing:table.amount'), kind: 'number' },
            ]}
          />
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <ClientName name={row.clientName} colour={row.color} />
                </th>
                <td>
                  <a className={tables.reference} href={invoiceHref(row)}>
                    {row.number}
                  </a>
                </td>
                <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                  {format.money(row.open, row.currency)}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {totals.map(({ amount, currency }) => (
              <tr key={currency}>
                <th scope="row" colSpan={2}>
                  {t('billing:totalIn', { currency })}
                </th>
                <td className={tableStyles.number}>{format.money(amount, currency)}</td>
              </tr>
            ))}
          </tfoot>
        </table>
      </div>
      <p className={classes.note}>{t('owed.note')}</p>
    </Panel>
  );
}
