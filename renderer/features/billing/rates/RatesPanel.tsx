import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatesView } from '#shared/ipc/billing-rates.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import { RateRow } from './RateRow.tsx';
import classes from './Rates.module.css';

export interface RatesPanelProps {
  readonly data: RatesView;
  /** At the right of the heading. */
  readonly actions: ReactNode;
}

/** What an hour of each client's work has brought in a period, with what is behind it. */
export function RatesPanel({ data, actions }: RatesPanelProps) {
  const { t } = useTranslation(['rates', 'billing']);
  const format = useFormat();
  return (
    <Panel title={t('title')} meta={format.dates(data.from, data.to)} actions={actions} flush>
      {data.clients.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <>
          <p className={tableStyles.note}>{t('lead')}</p>
          <div className={tableStyles.scroll}>
            <table className={`${tableStyles.table} tabular`}>
              <TableHead
                columns={[
                  { label: t('billing:table.client') },
                  { label: t('agreed') },
                  { label: t('tracked'), kind: 'number' },
                  { label: t('earned'), kind: 'number' },
                  { label: t('perHour'), kind: 'number' },
                ]}
              />
              {data.clients.map((client) => (
                <tbody key={client.clientId}>
                  {client.earned.map((earned, index) => (
                    <RateRow key={earned.currency} client={client} earned={earned} named={index === 0} />
                  ))}
                </tbody>
              ))}
              <tfoot>
                {data.totals.map(({ currency, seconds, amount, rate }) => (
                  <tr key={currency}>
                    <td>{t('billing:totalIn', { currency })}</td>
                    <td />
                    <td className={tableStyles.number}>{format.hours(seconds)}</td>
                    <td className={tableStyles.number}>{format.money(amount, currency)}</td>
                    <td className={tableStyles.number}>
                      {rate === null ? '–' : format.money(rate, currency)}
                    </td>
                  </tr>
                ))}
              </tfoot>
            </table>
          </div>
          <p className={classes.rules}>{t('rules')}</p>
        </>
      )}
    </Panel>
  );
}
