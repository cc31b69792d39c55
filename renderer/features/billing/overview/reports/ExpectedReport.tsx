import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ExpectedBy, type ExpectedPart, expectedParts } from '#shared/domain/cash-expected.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { useRead } from '../../../../lib/queries.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { Panel } from '../../../../ui/Panel.tsx';
import { Segmented } from '../../../../ui/Segmented.tsx';
import { TableHead } from '../../../../ui/TableHead.tsx';
import { tableStyles } from '../../../../ui/table.ts';
import { useFormat } from '../../format.ts';
import { TabFrame } from '../TabFrame.tsx';
import { Figure } from './Figure.tsx';
import { type Behind, type BehindRow, InvoicesBehind } from './InvoicesBehind.tsx';
import { OwedPanel } from './OwedPanel.tsx';
import { ReportChart } from './ReportChart.tsx';
import classes from './Reports.module.css';
import { useCurrency } from './use-currency.tsx';

type Item = BehindRow & { readonly draft: boolean };

/** What is to come in by week or month: open invoices on the day they are due, drafts apart. */
export function ExpectedReport({ choice }: { readonly choice: ReactNode }) {
  const { t } = useTranslation(['money', 'billing']);
  const format = useFormat();
  const { data, error, refetch } = useRead('billing.openInvoices');
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  const [by, setBy] = useState<ExpectedBy>('week');
  const [behind, setBehind] = useState<Behind | null>(null);
  const items = useMemo<readonly Item[]>(
    () => [
      ...(data?.issued ?? []).map((row) => ({ ...row, amount: row.open, draft: false })),
      ...(data?.drafts ?? []).map((row) => ({ ...row, number: null, amount: row.gross, draft: true })),
    ],
    [data],
  );
  const [currency, currencies] = useCurrency(items.map((item) => item.currency));
  const parts = useMemo(() => {
    const own = items.filter((item) => item.currency === currency);
    return data ? expectedParts(own, data.today, by, weekStart) : [];
  }, [items, currency, data, by, weekStart]);
  const name = ({ start }: ExpectedPart<Item>) => {
    if (start === 'late' || start === 'later') return t(`expected.${start}`);
    return by === 'month' ? format.date(start, 'month') : format.dates(start, addDays(start, 6));
  };
  const short = (part: ExpectedPart<Item>) => {
    const { start } = part;
    if (start === 'late' || start === 'later') return t(`expected.${start}`);
    return format.date(start, by === 'month' ? 'monthOnly' : 'day');
  };
  const figure = (part: ExpectedPart<Item>, drafts: boolean) => {
    const rows = part.items.filter(({ draft }) => draft === drafts);
    return (
      <Figure
        amount={drafts ? part.drafts : part.issued}
        currency={currency ?? ''}
        late={part.start === 'late'}
        none={rows.length === 0}
        label={`${name(part)}, ${t(drafts ? 'expected.drafts' : 'expected.issued')}`}
        onOpen={() => setBehind({ title: name(part), rows })}
      />
    );
  };
  const sum = (key: 'issued' | 'drafts') => parts.reduce((total, part) => total + part[key], 0);
  return (
    <TabFrame error={error} retry={refetch} loaded={data !== undefined}>
      <div className={classes.choices}>
        {choice}
        <Segmented
          label={t('expected.by')}
          value={by}
          onChange={setBy}
          options={(['week', 'month'] as const).map((value) => ({ value, label: t(`expected.${value}`) }))}
        />
        {currencies}
      </div>
      {currency ? (
        <>
          <ReportChart
            title={t('report.expected')}
            currency={currency}
            columns={parts.map((part) => ({
              id: part.start,
              label: short(part),
              name: name(part),
              amount: part.issued,
              more: Math.max(0, part.drafts),
              late: part.start === 'late',
            }))}
          />
          <Panel flush>
            <div className={tableStyles.scroll}>
              <table className={`${tableStyles.table} ${classes.table}`}>
                <caption className="visually-hidden">{t('report.expected')}</caption>
                <TableHead
                  columns={[
                    { label: t('expected.due') },
                    { label: t('expected.count'), kind: 'number' },
                    { label: t('expected.issued'), kind: 'number' },
                    { label: t('expected.drafts'), kind: 'number' },
                  ]}
                />
                <tbody>
                  {parts.map((part) => (
                    <tr key={part.start}>
                      <th scope="row">{name(part)}</th>
                      <td className={tableStyles.number}>
                        {part.items.length || <span className={tableStyles.muted}>–</span>}
                      </td>
                      <td className={`${tableStyles.number} ${tableStyles.strong}`}>{figure(part, false)}</td>
                      <td className={`${tableStyles.number} ${classes.likely}`}>{figure(part, true)}</td>
                    </tr>
                  ))}
                </tbody>
                <tfoot>
                  <tr>
                    <th scope="row">{t('billing:totalIn', { currency })}</th>
                    <td className={tableStyles.number}>
                      {parts.reduce((count, part) => count + part.items.length, 0)}
                    </td>
                    <td className={tableStyles.number}>{format.money(sum('issued'), currency)}</td>
                    <td className={tableStyles.number}>{format.money(sum('drafts'), currency)}</td>
                  </tr>
                </tfoot>
              </table>
            </div>
            <p className={classes.note}>{t('expected.note')}</p>
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
