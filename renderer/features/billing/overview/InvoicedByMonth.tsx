import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Money } from '#shared/domain/money.ts';
import type { MonthMoney } from '#shared/ipc/billing-reports.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useFormat } from '../format.ts';
import { AmountChart } from './AmountChart.tsx';
import classes from './InvoicedByMonth.module.css';

interface InvoicedByMonthProps {
  readonly money: MonthMoney;
  /** On drafts that could be issued in this month; empty for every other month. */
  readonly inDraft: readonly Money[];
}

/** What was invoiced in the six months up to the chosen one, one currency at a time. */
export function InvoicedByMonth({ money, inDraft }: InvoicedByMonthProps) {
  const { t } = useTranslation(['billing', 'money']);
  const format = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const currencies = [
    ...new Set([...money.byMonth.flatMap(({ amounts }) => amounts), ...inDraft].map((one) => one.currency)),
  ];
  const currency = chosen !== null && currencies.includes(chosen) ? chosen : currencies[0];
  if (!currency) return null;
  const of = (amounts: readonly Money[]) => amounts.find((one) => one.currency === currency)?.amount ?? 0;
  const draft = Math.max(0, of(inDraft));
  const columns = money.byMonth.map(({ month, amounts }) => ({
    id: month,
    label: format.date(`${month}-01`, 'monthOnly'),
    name: format.date(`${month}-01`, 'month'),
    amount: of(amounts),
    more: month === money.month ? draft : 0,
    now: month === money.month,
  }));
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
      flush
    >
      <p className={classes.lead}>
        <strong>{format.money(of(money.invoiced), currency)}</strong>
        {t(draft > 0 ? 'money:inMonthWithDrafts' : 'money:inMonth', {
          month: format.date(`${money.month}-01`, 'monthName'),
          draft: format.money(draft, currency),
        })}
      </p>
      <AmountChart label={t('invoicedByMonth')} columns={columns} currency={currency} />
      <table className="visually-hidden">
        <caption>{t('invoicedByMonth')}</caption>
        <tbody>
          {columns.map(({ id, name, amount }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{format.money(amount, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
