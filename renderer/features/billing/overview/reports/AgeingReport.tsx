import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Age, type AgeSums, ageOf, ageSums, ageSumsByClient, ages } from '#shared/domain/ageing.ts';
import type { OpenInvoice } from '#shared/ipc/billing-reports.ts';
import { useRead } from '../../../../lib/queries.ts';
import { ClientName } from '../../../../ui/ClientName.tsx';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { TableHead } from '../../../../ui/TableHead.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { TabFrame } from '../TabFrame.tsx';
import { Figure } from './Figure.tsx';
import { type Behind, InvoicesBehind } from './InvoicesBehind.tsx';
import { OwedPanel } from './OwedPanel.tsx';
import { ReportChart } from './ReportChart.tsx';
import classes from './Reports.module.css';
import { useCurrency } from './use-currency.tsx';

/** How long open invoices have been due, by client and currency; each figure opens to its invoices. */
export function AgeingReport({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation(['money', 'billing']);
  const { data, error, refetch } = useRead('billing.openInvoices');
  const [behind, setBehind] = useState<Behind | null>(null);
  const sums = useMemo(() => (data ? ageSums(data.issued, data.today) : []), [data]);
  const clients = useMemo(() => (data ? ageSumsByClient(data.issued, data.today) : []), [data]);
  const [currency, currencies] = useCurrency(sums.map((sum) => sum.currency));
  const whole = sums.find((sum) => sum.currency === currency);
  const show = (title: string, of: string, fits: (row: OpenInvoice) => boolean) => {
    const rows = (data?.issued ?? []).filter((row) => row.currency === of && fits(row));
    setBehind({ title, rows: rows.map((row) => ({ ...row, amount: row.open })) });
  };
  const cells = (sum: AgeSums, name: string, ofClient: (row: OpenInvoice) => boolean) => [
    ...ages.map((age) => (
      <td key={age} className={tableStyles.number}>
        <Figure
          amount={sum.byAge[age]}
          currency={sum.currency}
          late={age !== 'notDue'}
          none={sum.byAge[age] === 0}
          label={`${name}, ${t(`age.${age}`)}`}
          onOpen={() =>
            show(`${name}, ${t(`age.${age}`)}`, sum.currency, (row) => ofClient(row) && isOf(age, row))
          }
        />
      </td>
    )),
    <td key="total" className={`${tableStyles.number} ${tableStyles.strong}`}>
      <Figure
        amount={sum.total}
        currency={sum.currency}
        none={sum.total === 0}
        label={`${name}, ${t('billing:sums.total')}`}
        onOpen={() => show(name, sum.currency, ofClient)}
      />
    </td>,
  ];
  const isOf = (age: Age, { dueDate }: OpenInvoice) => ageOf(dueDate, data?.today ?? '') === age;
  return (
    <TabFrame error={error} retry={refetch} loaded={data !== undefined}>
      <div className={classes.choices}>
        {choice}
        {currencies}
      </div>
      {whole && currency ? (
        <>
          <ReportChart
            title={t('report.ageing')}
            currency={currency}
            columns={ages.map((age) => ({
              id: age,
              label: t(`age.${age}`),
              name: t(`age.${age}`),
              amount: whole.byAge[age],
              late: age !== 'notDue',
            }))}
          />
          <Panel flush>
            <div className={tableStyles.scroll}>
              <table className={`${tableStyles.table} ${classes.table}`}>
                <caption className="visually-hidden">{t('report.ageing')}</caption>
                <TableHead
                  columns={[
                    { label: t('billing:table.client') },
                    ...ages.map((age) => ({ label: t(`age.${age}`), kind: 'number' as const })),
                    { label: t('billing:sums.total'), kind: 'number' },
                  ]}
                />
                <tbody>
                  {clients.map(({ first, ...sum }) => (
                    <tr key={`${first.clientId} ${sum.currency}`}>
                      <th scope="row">
                        <ClientName name={first.clientName} colour={first.color} />
                      </th>
                      {cells(sum, first.clientName, ({ clientId }) => clientId === first.clientId)}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  {sums.map((sum) => {
                    const name = t('billing:totalIn', { currency: sum.currency });
                    return (
                      <tr key={sum.currency}>
                        <th scope="row">{name}</th>
                        {cells(sum, name, () => true)}
                      </tr>
                    );
                  })}
                </tfoot>
              </table>
            </div>
          </Panel>
        </>
      ) : (
        <Panel>
          <EmptyState title={t('empty.open')}>{t('empty.openText')}</EmptyState>
        </Panel>
      )}
      {data && <OwedPanel rows={data.owed} />}
      {behind && <InvoicesBehind {...behind} onClose={() => setBehind(null)} />}
    </TabFrame>
  );
}
