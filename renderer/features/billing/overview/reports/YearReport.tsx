import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthsBetween } from '#shared/domain/period.ts';
import { useHere } from '../../../../lib/here.ts';
import { useRead } from '../../../../lib/queries.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import { TabFrame } from '../TabFrame.tsx';
import { ReportChart } from './ReportChart.tsx';
import classes from './Reports.module.css';
import { useCurrency } from './use-currency.tsx';

const figures = ['net', 'tax', 'gross', 'received', 'spent'] as const;
const drawn = ['gross', 'received', 'spent'] as const;

interface YearReportProps {
  readonly choice: ReactNode;
  readonly year: string;
}

/** What each month of a year brought in one currency. */
export function YearReport({ choice, year }: YearReportProps) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { today } = useHere();
  const { data, error, refetch } = useRead('billing.year', { year }, { keepPrevious: true });
  const [shown, setShown] = useState<(typeof drawn)[number]>('gross');
  const [currency, currencies] = useCurrency((data ?? []).map((row) => row.currency));
  const months = useMemo(() => {
    const own = new Map(
      (data ?? []).filter((row) => row.currency === currency).map((row) => [row.month, row]),
    );
    return monthsBetween(`${year}-01`, `${year}-12`).map(
      (month) => own.get(month) ?? { month, net: 0, tax: 0, gross: 0, received: 0, spent: 0 },
    );
  }, [data, currency, year]);
  const cell = (amount: number) =>
    amount === 0 ? <span className={tableStyles.muted}>–</span> : format.money(amount, currency ?? '');
  return (
    <TabFrame error={error} retry={refetch} loaded={data !== undefined}>
      <div className={classes.choices}>
        {choice}
        <Segmented
          label={t('year.shown')}
          value={shown}
          onChange={setShown}
          options={drawn.map((value) => ({ value, label: t(`year.drawn.${value}`) }))}
        />
        {currencies}
      </div>
      {currency ? (
        <>
          <ReportChart
            title={t('year.title', { year })}
            currency={currency}
            columns={months.map((month) => ({
              id: month.month,
              label: format.date(`${month.month}-01`, 'monthOnly'),
              name: format.date(`${month.month}-01`, 'month'),
              amount: month[shown],
              now: today.startsWith(month.month),
            }))}
          />
          <Panel flush>
            <div className={tableStyles.scroll}>
              <table className={`${tableStyles.table} ${classes.table}`}>
                <caption className="visually-hidden">{t('year.title', { year })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('year.month')}</th>
                    {figures.map((figure) => (
                      <th key={figure} scope="col" className={tableStyles.number}>
                        {t(`year.${figure}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {months.map((month) => (
                    <tr key={month.month}>
                      <th scope="row">{format.date(`${month.month}-01`, 'monthName')}</th>
                      {figures.map((figure) => (
                        <td
                          key={figure}
                          className={`${tableStyles.number} ${figure === 'gross' ? tableStyles.strong : ''}`}
                        >
                          {cell(month[figure])}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{t('billing:totalIn', { currency })}</th>
                    {figures.map((figure) => (
                      <td key={figure} className={tableStyles.number}>
                        {format.money(
                          months.reduce((sum, month) => sum + month[figure], 0),
                          currency,
                        )}
                      </td>
                    ))}
                  </tr>
                </tfoot>
              </table>
            </div>
            <p className={classes.note}>{t('year.note')}</p>
          </Panel>
        </>
      ) : (
        <Panel>
          <EmptyState title={t('empty.year', { year })}>{t('empty.yearText')}</EmptyState>
        </Panel>
      )}
    </TabFrame>
  );
}
