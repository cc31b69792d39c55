import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceStatus } from '#shared/domain/invoice-standing.ts';
import type { InvoiceRow } from '#shared/ipc/billing.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import { InvoiceState } from '../InvoiceState.tsx';
import { invoiceHref } from '../InvoicesTable.tsx';
import type { MoneyPlace } from './address.ts';
import { invoiceStates } from './invoice-states.ts';
import type { Column } from './list/LongTable.tsx';
import { MoneyList } from './list/MoneyList.tsx';
import { Sum } from './list/Sum.tsx';
import { byAmount } from './list/sorting.ts';
import { TabFrame } from './TabFrame.tsx';

const order: readonly InvoiceStatus[] = [
  'overdue',
  'part_paid',
  'issued',
  'draft',
  'paid',
  'credited',
  'written_off',
];

/** Every invoice and credit note of all clients. */
export default function InvoicesTab({ place }: { readonly place: MoneyPlace }) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { today } = useHere();
  const { data: invoices, error, refetch } = useRead('billing.invoices', { clientId: null });
  const year = today.slice(0, 4);
  const columns = useMemo<readonly Column<InvoiceRow>[]>(() => {
    const day = (date: string) => format.date(date, date.startsWith(year) ? 'day' : 'dated');
    return [
      {
        id: 'number',
        heading: t('billing:table.number'),
        width: 14,
        sort: ({ number }) => number ?? '',
        cell: (row, link) => (
          <a {...link} href={invoiceHref(row)}>
            {row.number ?? <span className={tableStyles.muted}>{t('billing:table.notIssued')}</span>}
          </a>
        ),
      },
      {
        id: 'client',
        heading: t('billing:table.client'),
        width: 21,
        sort: ({ clientName }) => clientName,
        cell: ({ clientName, color }) => <ClientName name={clientName} colour={color} />,
      },
      {
        id: 'issued',
        heading: t('billing:table.issued'),
        width: 11,
        sort: ({ issueDate }) => issueDate,
        cell: ({ state, issueDate }) => (state === 'draft' ? '–' : day(issueDate)),
      },
      {
        id: 'due',
        heading: t('billing:table.due'),
        width: 11,
        sort: ({ dueDate }) => dueDate,
        cell: ({ state, kind, dueDate }) =>
          state === 'draft' || kind === 'credit_note' ? '–' : day(dueDate),
      },
      {
        id: 'amount',
        heading: t('billing:table.amount'),
        width: 12,
        number: true,
        sort: ({ gross, currency }) => byAmount({ amount: gross, currency }),
        cell: ({ gross, currency }) => (
          <span className={tableStyles.strong}>{format.money(gross, currency)}</span>
        ),
      },
      {
        id: 'open',
        heading: t('billing:account.open'),
        width: 11,
        number: true,
        sort: ({ standing, currency }) => byAmount({ amount: standing.open, currency }),
        cell: ({ standing, currency }) =>
          standing.open === 0 ? (
            <span className={tableStyles.muted}>–</span>
          ) : (
            format.money(standing.open, currency)
          ),
      },
      {
        id: 'state',
        heading: t('billing:table.state'),
        width: 23,
        sort: ({ standing }) => order.indexOf(standing.status) * 100_000 + standing.dueIn,
        cell: (row) => <InvoiceState invoice={row} year={year} />,
      },
    ];
  }, [t, format, year]);
  const states = useMemo(
    () => invoiceStates.map(({ value, fits }) => ({ value, fits, label: t(`money:states.${value}`) })),
    [t],
  );
  const summary = useMemo(
    () => (rows: readonly InvoiceRow[]) => {
      const issued = rows.filter(({ state }) => state === 'issued');
      return (
        <>
          <span>{t('money:count.invoices', { count: rows.length })}</span>
          <Sum
            label={t('money:sum.invoiced')}
            amounts={issued.map(({ gross, currency }) => ({ amount: gross, currency }))}
          />
          <Sum
            label={t('money:sum.open')}
            amounts={issued
              .filter(({ standing }) => standing.open > 0)
              .map(({ standing, currency }) => ({ amount: standing.open, currency }))}
          />
        </>
      );
    },
    [t],
  );
  return (
    <TabFrame error={error} retry={refetch} loaded={invoices !== undefined}>
      <MoneyList
        place={place}
        label={t('billing:invoices')}
        rows={invoices ?? []}
        columns={columns}
        date={dateOf}
        words={wordsOf}
        states={states}
        summary={summary}
        empty={{ title: t('billing:empty.invoices'), text: t('billing:empty.invoicesText') }}
      />
    </TabFrame>
  );
}

const dateOf = ({ issueDate }: InvoiceRow) => issueDate;
const wordsOf = ({ number }: InvoiceRow) => number ?? '';
