import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaxStep, taxPeriodOf } from '#shared/domain/tax-periods.ts';
import { useRead } from '../../../../lib/queries.ts';
import { Panel } from '../../../../ui/Panel.tsx';
import { TableHead } from '../../../../ui/TableHead.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import classes from './Reports.module.css';

interface HomeTaxPanelProps {
  readonly year: string;
  readonly step: TaxStep;
  /** What a period is called. */
  readonly name: (period: string) => string;
}

/** What invoices in other currencies come to in the currency that taxes are paid in; nothing where there are none. */
export function HomeTaxPanel({ year, step, name }: HomeTaxPanelProps) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { data } = useRead('billing.homeTaxes', { year }, { keepPrevious: true });
  const rows = useMemo(() => {
    const sums = new Map<string, { period: string; currency: string; net: number; tax: number }>();
    for (const { month, currency, net, tax } of data?.rows ?? []) {
      const period = taxPeriodOf(month, step);
      const sum = sums.get(`${period} ${currency}`) ?? { period, currency, net: 0, tax: 0 };
      sums.set(`${period} ${currency}`, { ...sum, net: sum.net + net, tax: sum.tax + tax });
    }
    return [...sums.values()];
  }, [data, step]);
  if (!data || (rows.length === 0 && data.without === 0)) return null;
  const { currency: home, without } = data;
  const title = t('tax.home.title', { currency: home });
  const whole = (part: 'net' | 'tax') => rows.reduce((sum, row) => sum + row[part], 0);
  return (
    <Panel title={title} flush>
      {rows.length > 0 && (
        <div className={tableStyles.scroll}>
          <table className={`${tableStyles.table} ${classes.table}`}>
            <caption className="visually-hidden">{title}</caption>
            <TableHead
              columns={[
                { label: t('tax.home.period') },
                { label: t('tax.home.from') },
                { label: t('year.net'), kind: 'number' },
                { label: t('year.tax'), kind: 'number' },
              ]}
            />
            <tbody>
              {rows.map(({ period, currency, net, tax }) => (
                <tr key={`${period} ${currency}`}>
                  <th scope="row">{name(period)}</th>
                  <td>{currency}</td>
                  <td className={tableStyles.number}>{format.money(net, home)}</td>
                  <td className={`${tableStyles.number} ${tableStyles.strong}`}>{format.money(tax, home)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {year}
                </th>
                <td className={tableStyles.number}>{format.money(whole('net'), home)}</td>
                <td className={tableStyles.number}>{format.money(whole('tax'), home)}</td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      <p className={classes.note}>
        {t('tax.home.note')} {without > 0 && t('tax.home.without', { count: without, currency: home })}
      </p>
    </Panel>
  );
}
