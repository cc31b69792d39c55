import { useTranslation } from 'react-i18next';
import { presetRange, type RangePreset } from '#shared/domain/report-range.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { useFormat } from '../format.ts';
import classes from './Rates.module.css';

/** What an hour of one client's work brings, this month and this year; nothing before there is any. */
export function ClientRatesPanel({ clientId }: { readonly clientId: string }) {
  const { t } = useTranslation('rates');
  const format = useFormat();
  const month = useEarned(clientId, 'thisMonth');
  const year = useEarned(clientId, 'thisYear');
  if (!month || !year || year.length === 0) return null;
  const rows = [
    ...month.map((earned) => ({ period: t('client.thisMonth'), ...earned })),
    ...year.map((earned) => ({ period: t('client.thisYear'), ...earned })),
  ];
  return (
    <Panel title={t('client.title')}>
      <dl className={`${classes.facts} tabular`}>
        {rows.map(({ period, currency, rate, amount, seconds }) => (
          <div key={`${period} ${currency}`}>
            <dt>{period}</dt>
            <dd>{rate === null ? '–' : t('client.line', { rate: format.money(rate, currency) })}</dd>
            <dd className={classes.over}>
              {t('client.over', { amount: format.money(amount, currency), time: format.hours(seconds) })}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function useEarned(clientId: string, period: RangePreset) {
  const { today } = useHere();
  const { from, to } = presetRange(period, today, 1);
  const { data } = useRead('billing.rates', { clientId, from, to });
  return data && (data.clients[0]?.earned ?? []);
}
