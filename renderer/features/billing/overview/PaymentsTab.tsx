import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaymentListRow } from '#shared/ipc/billing-reports.ts';
import { useRead } from '../../../lib/queries.ts';
import { ClientName } from '../../../ui/ClientName.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import type { MoneyPlace } from './address.ts';
import type { Column } from './list/LongTable.tsx';
import { MoneyList } from './list/MoneyList.tsx';
import { Sum } from './list/Sum.tsx';
import { byAmount } from './list/sorting.ts';
import { TabFrame } from './TabFrame.tsx';

/** What came in from all clients, and what was paid back. */
export default function PaymentsTab({ place }: { readonly place: MoneyPlace }) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { data: payments, error, refetch } = useRead('billing.allPayments');
  const columns = useMemo<readonly Column<PaymentListRow>[]>(
    () => [
      {
        id: 'date',
        heading: t('billing:table.day'),
        width: 13,
        sort: ({ paidOn }) => paidOn,
        cell: ({ paidOn }) => format.date(paidOn, 'dated'),
      },
      {
        id: 'client',
        heading: t('billing:table.client'),
        width: 26,
        sort: ({ clientName }) => clientName,
        cell: ({ clientName, color }) => <ClientName name={clientName} colour={color} />,
      },
      {
        id: 'invoice',
        heading: t('billing:invoice'),
        width: 16,
        sort: ({ number }) => number,
        cell: ({ clientId, invoiceId, number }, link) => (
          <a {...link} href={invoiceHref({ clientId, id: invoiceId })}>
            {number}
          </a>
        ),
      },
      {
        id: 'note',
        heading: t('billing:account.note'),
        width: 30,
        sort: ({ note }) => note,
        cell: ({ amount, note }) => note || (amount < 0 ? t('billing:account.paidBack') : ''),
      },
      {
        id: 'amount',
        heading: t('billing:table.amount'),
        width: 15,
        number: true,
        sort: byAmount,
        cell: ({ amount, currency }) => (
          <span className={tableStyles.strong}>{format.money(amount, currency)}</span>
        ),
      },
    ],
    [t, format],
  );
  const states = useMemo(
    () => [
      { value: 'in', label: t('money:states.received'), fits: ({ amount }: PaymentListRow) => amount > 0 },
      { value: 'back', label: t('money:states.paidBack'), fits: ({ amount }: PaymentListRow) => amount < 0 },
    ],
    [t],
  );
  const summary = useMemo(
    () => (rows: readonly PaymentListRow[]) => (
      <>
        <span>{t('money:count.payments', { count: rows.length })}</span>
        <Sum label={t('money:sum.received')} amounts={rows} />
      </>
    ),
    [t],
  );
  return (
    <TabFrame error={error} retry={refetch} loaded={payments !== undefined}>
      <MoneyList
        place={place}
        label={t('billing:account.title')}
        rows={payments ?? []}
        columns={columns}
        date={dateOf}
        words={wordsOf}
        states={states}
        summary={summary}
        empty={{ title: t('money:empty.payments'), text: t('money:empty.paymentsText') }}
      />
    </TabFrame>
  );
}

const dateOf = ({ paidOn }: PaymentListRow) => paidOn;
const wordsOf = ({ number, note }: PaymentListRow) => `${number} ${note}`;
