import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyOverview } from '#shared/ipc/billing.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useFormat } from '../format.ts';
import classes from './InvoicedByMonth.module.css';

/** What was invoiced in the last six months, one currency at a time; a table drawn as bars, so that it can be read out. */
export function InvoicedByMonth({ overview }: { readonly overview: MoneyOverview }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const currencies = [
    ...new Set(overview.byMonth.flatMap(({ amounts }) => amounts.map((one) => one.currency))),
  ];
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = chosen !== null && currencies.includes(chosen) ? chosen : currencies[0];
  if (!currency) return null;
  const months = overview.byMonth.map(({ month, amounts }) => ({
    month,
    amount: amounts.find((one) => one.currency === currency)?.amount ?? 0,
  }));
  const most = Math.max(1, ...months.map(({ amount }) => amount));
  const now = overview.today.slice(0, 7);
  return (
    <Panel
      title={t('invoicedByMonth')}
      actions={
        currencies.length > 1 && (
          <Segmented
            label={t('currency')}
            value={currency}
            onChange={setChosen}
            options={currencies.map((value) => ({ value, label: value }))}
          />
        )
      }
    >
      <table className={classes.chart}>
        <caption className="visually-hidden">{t('invoicedByMonth')}</caption>
        <tbody>
          {months.map(({ month, amount }) => (
            <tr key={month} data-now={month === now || undefined}>
              <th scope="row">{format.date(`${month}-01`, 'month')}</th>
              <td className={classes.track}>
                <span
                  className={classes.bar}
                  style={{ inlineSize: `${Math.max(0, Math.round((amount / most) * 100))}%` }}
                />
              </td>
              <td className={`${classes.amount} tabular`}>{amount ? format.money(amount, currency) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
