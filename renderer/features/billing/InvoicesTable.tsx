import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceRow } from '#shared/ipc/billing.ts';
import { clientHref } from '../../lib/addresses.ts';
import { Button } from '../../ui/Button.tsx';
import { ClientName } from '../../ui/ClientName.tsx';
import { tableStyles } from '../../ui/table.ts';
import { useFormat } from './format.ts';
import { InvoiceState } from './InvoiceState.tsx';
import classes from './Tables.module.css';

/** Enough for most; a long history comes on demand, so that the view opens at once. */
const firstRows = 60;

export interface InvoicesTableProps {
  readonly invoices: readonly InvoiceRow[];
  /** This year, `YYYY`; dates of other years say theirs. */
  readonly year: string;
  /** The client's column; left out where all are one client's. */
  readonly withClient?: boolean;
}

/** Address of an invoice's own view. */
export function invoiceHref(invoice: { readonly clientId: string; readonly id: string }): string {
  return `${clientHref(invoice.clientId, 'money')}?invoice=${encodeURIComponent(invoice.id)}`;
}

/** Drafts first, then what was issued, newest first. */
export function InvoicesTable({ invoices, year, withClient = false }: InvoicesTableProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? invoices : invoices.slice(0, firstRows);
  const dateOf = (invoice: InvoiceRow, date: string) =>
    invoice.state === 'draft' ? '–' : format.date(date, date.slice(0, 4) === year ? 'day' : 'dated');
  return (
    <div className={tableStyles.scroll}>
      <table className={tableStyles.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.number')}</th>
            {withClient && <th scope="col">{t('table.client')}</th>}
            <th scope="col">{t('table.issued')}</th>
            <th scope="col">{t('table.due')}</th>
            <th scope="col" className={tableStyles.number}>
              {t('table.amount')}
            </th>
            <th scope="col">{t('table.state')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((invoice) => (
            <tr key={invoice.id} className={classes.linked}>
              <td>
                <a className={classes.link} href={invoiceHref(invoice)}>
                  {invoice.number ?? <span className={tableStyles.muted}>{t('table.notIssued')}</span>}
                </a>
              </td>
              {withClient && (
                <td className={classes.client}>
                  <ClientName name={invoice.clientName} colour={invoice.color} />
                </td>
              )}
              <td className={classes.date}>{dateOf(invoice, invoice.issueDate)}</td>
              <td className={classes.date}>
                {invoice.kind === 'credit_note' ? '–' : dateOf(invoice, invoice.dueDate)}
              </td>
              <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                {format.money(invoice.gross, invoice.currency)}
              </td>
              <td className={classes.state}>
                <InvoiceState invoice={invoice} year={year} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < invoices.length && (
        <p className={classes.more}>
          <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
            {t('showAll', { count: invoices.length })}
          </Button>
        </p>
      )}
    </div>
  );
}
