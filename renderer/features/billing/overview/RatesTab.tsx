import { useTranslation } from 'react-i18next';
import { isYear, type Period, periodDates } from '#shared/domain/period.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { RatesPanel } from '../rates/RatesPanel.tsx';
import { WeekPanel } from '../rates/WeekPanel.tsx';
import { TabFrame } from './TabFrame.tsx';
import classes from './Tabs.module.css';

interface RatesTabProps {
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** What an hour brings in a month or a year, and what of this week is left to sell. */
export default function RatesTab({ period, onPeriod }: RatesTabProps) {
  const { t } = useTranslation('rates');
  const { today } = useHere();
  const dates = periodDates(period);
  const rates = useRead('billing.rates', { clientId: null, ...dates }, { keepPrevious: true });
  const week = useRead('billing.week');
  const unit = isYear(period) ? 'year' : 'month';
  const year = period.slice(0, 4);
  const lastMonth = year === today.slice(0, 4) ? today.slice(0, 7) : `${year}-12`;
  const retry = () => {
    void rates.refetch();
    void week.refetch();
  };
  return (
    <TabFrame error={rates.error ?? week.error} retry={retry} loaded={Boolean(rates.data && week.data)}>
      <div className={classes.page}>
        {rates.data && (
          <RatesPanel
            data={rates.data}
            actions={
              <Segmented
                label={t('period.label')}
                value={unit}
                onChange={(to) => onPeriod(to === 'year' ? year : lastMonth)}
                options={[
                  { value: 'month', label: t('period.month') },
                  { value: 'year', label: t('period.year') },
                ]}
              />
            }
          />
        )}
        {week.data && <WeekPanel week={week.data} />}
      </div>
    </TabFrame>
  );
}
