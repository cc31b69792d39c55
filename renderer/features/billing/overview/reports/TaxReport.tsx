import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaxRow, type TaxStep, taxRows, taxSteps } from '#shared/domain/tax-periods.ts';
import { type TaxBasis, taxBases } from '#shared/ipc/billing-reports.ts';
import { useRead } from '../../../../lib/queries.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import { TabFrame } from '../TabFrame.tsx';
import { HomeTaxPanel } from './HomeTaxPanel.tsx';
import { ReportChart } from './ReportChart.tsx';
import classes from './Reports.module.css';
import { taxName } from './tax-name.ts';
import { useCurrency } from './use-currency.tsx';

interface TaxReportProps {
  readonly choice: ReactNode;
  readonly year: string;
}

/** The taxes of a year in one currency, by rate and period, of what was issued or of what came in. */
export function TaxReport({ choice, year }: TaxReportProps) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const [step, setStep] = useState<TaxStep>('quarter');
  const [basis, setBasis] = useState<TaxBasis>('issued');
  const { data, error, refetch } = useRead('billing.taxes', { year, basis }, { keepPrevious: true });
  const [currency, currencies] = useCurrency((data ?? []).map((row) => row.currency));
  const rows = useMemo(
    () =>
      taxRows(
        (data ?? []).filter((row) => row.currency === currency),
        step,
      ),
    [data, currency, step],
  );
  const whole = useMemo(
    () =>
      taxRows(
        rows.map((row) => ({ ...row, period: year })),
        'month',
      ),
    [rows, year],
  );
  const periods = [...new Set(rows.map(({ period }) => period))];
  const name = (period: string) => {
    const quarter = period.split('-Q')[1];
    if (quarter) return t('tax.inQuarter', { quarter, year });
    return period.length === 4 ? period : format.date(`${period}-01`, 'month');
  };
  return (
    <TabFrame error={error} retry={refetch} loaded={data !== undefined}>
      <div className={classes.choices}>
        {choice}
        <Segmented
          label={t('tax.by')}
          value={step}
          onChange={setStep}
          options={taxSteps.map((value) => ({ value, label: t(`tax.${value}`) }))}
        />
        <Segmented
          label={t('tax.basis')}
          value={basis}
          onChange={setBasis}
          options={taxBases.map((value) => ({ value, label: t(`tax.${value}`) }))}
        />
        {currencies}
      </div>
      {currency ? (
        <>
          {periods.length > 1 && (
            <ReportChart
              title={t('tax.title', { year })}
              currency={currency}
              columns={periods.map((period) => ({
                id: period,
                label: step === 'month' ? format.date(`${period}-01`, 'monthOnly') : name(period),
                name: name(period),
                amount: total(rows, period).tax,
              }))}
            />
          )}
          <Panel flush>
            <div className={tableStyles.scroll}>
              <table className={`${tableStyles.table} ${classes.table}`}>
                <caption className="visually-hidden">{t('tax.title', { year })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('tax.column')}</th>
                    {(['net', 'tax', 'gross'] as const).map((column) => (
                      <th key={column} scope="col" className={tableStyles.number}>
                        {t(`year.${column}`)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {periods.map((period) => (
                    <Fragment key={period}>
                      <TaxLine name={name(period)} sums={total(rows, period)} currency={currency} head />
                      {rows
                        .filter((row) => row.period === period)
                        .map((row) => (
                          <TaxLine
                            key={`${row.category} ${row.rate}`}
                            name={taxName(row, t, format.language)}
                            sums={row}
                            currency={currency}
                          />
                        ))}
                    </Fragment>
                  ))}
                </tbody>
                <tfoot>
                  <TaxLine name={year} sums={total(rows, null)} currency={currency} head />
                  {periods.length > 1 &&
                    whole.map((row) => (
                      <TaxLine
                        key={`${row.category} ${row.rate}`}
                        name={taxName(row, t, format.language)}
                        sums={row}
                        currency={currency}
                      />
                    ))}
                </tfoot>
              </table>
            </div>
            <p className={classes.note}>{t(`tax.note.${basis}`)}</p>
          </Panel>
          {basis === 'issued' && <HomeTaxPanel year={year} step={step} name={name} />}
        </>
      ) : (
        <Panel>
          <EmptyState title={t('empty.year', { year })}>{t('empty.yearText')}</EmptyState>
        </Panel>
      )}
    </TabFrame>
  );
}

interface TaxLineProps {
  readonly name: string;
  readonly sums: { readonly net: number; readonly tax: number };
  readonly currency: string;
  readonly head?: boolean;
}

function TaxLine({ name, sums: { net, tax }, currency, head = false }: TaxLineProps) {
  const format = useFormat();
  return (
    <tr className={head ? classes.taxHead : classes.taxRow}>
      <th scope="row">{name}</th>
      {[net, tax, net + tax].map((amount, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns stand where they stand
        <td key={index} className={tableStyles.number}>
          {format.money(amount, currency)}
        </td>
      ))}
    </tr>
  );
}

function total(rows: readonly TaxRow[], period: string | null) {
  const own = rows.filter((row) => period === null || row.period === period);
  return {
    net: own.reduce((sum, row) => sum + row.net, 0),
    tax: own.reduce((sum, row) => sum + row.tax, 0),
  };
}
