import { IconPercentage, IconPlus, IconReceipt } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Grouping, groupings } from '#shared/domain/invoice.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { cx } from '../../../lib/cx.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { roundingNote } from '../rounding-words.ts';
import { AddExpenseDialog } from './AddExpenseDialog.tsx';
import { AddLineDialog } from './AddLineDialog.tsx';
import { DiscountDialog } from './DiscountDialog.tsx';
import classes from './Invoice.module.css';
import { LineRow } from './LineRow.tsx';
import type { Typing } from './typing.ts';

export interface InvoiceLinesProps {
  readonly invoice: InvoiceView;
  readonly onTyping: (typing: Typing) => void;
}

/** The lines of a draft; work by the hour can be gathered by task, by day, by kind or as one. */
export function InvoiceLines({ invoice, onTyping }: InvoiceLinesProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const change = useWrite('billing.changeDraft');
  const [adding, setAdding] = useState<'line' | 'expense' | 'discount' | null>(null);
  const { id: invoiceId, lines, periodFrom, periodTo } = invoice;
  const note = roundingNote(invoice.rounding, t);
  const rounded = note !== null;
  const isCredit = invoice.kind === 'credit_note';
  // Days, tasks and cycles are lines of their own, however hours are gathered.
  const gathers = !isCredit && lines.some(({ kind }) => kind === 'time');
  const regroup = (grouping: Grouping) => change.mutate({ invoiceId, grouping }, { onError: sayError });
  return (
    <section aria-label={t('lines')}>
      <div className={classes.linesHead}>
        <h3>{t('lines')}</h3>
        <span>{[format.dates(periodFrom, periodTo), note].filter(Boolean).join(', ')}</span>
        {gathers && (
          <div className={classes.grouping}>
            <Segmented
              label={t('grouping.label')}
              value={invoice.grouping}
              onChange={regroup}
              options={groupings.map((value) => ({ value, label: t(`grouping.${value}`) }))}
            />
          </div>
        )}
      </div>
      <div className={classes.box}>
        <div className={tableStyles.scroll}>
          <table className={cx(tableStyles.table, tableStyles.editable)}>
            <thead>
              <tr>
                <th scope="col">{t('table.description')}</th>
                {rounded && (
                  <th scope="col" className={tableStyles.number}>
                    {t('table.tracked')}
                  </th>
                )}
                <th scope="col" className={tableStyles.number}>
                  {t(rounded ? 'table.billed' : 'table.quantity')}
                </th>
                <th scope="col" className={tableStyles.number}>
                  {t('table.rate')}
                </th>
                <th scope="col" className={tableStyles.number}>
                  {t('table.amount')}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{t('table.action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line, index) => (
                <LineRow
                  key={line.id}
                  line={line}
                  index={index}
                  count={lines.length}
                  currency={invoice.currency}
                  tax={invoice.tax}
                  credits={isCredit}
                  rounded={rounded}
                  onTyping={onTyping}
                />
              ))}
            </tbody>
          </table>
        </div>
        {!isCredit && (
          <div className={classes.foot}>
            <Button
              size="sm"
              variant="quiet"
              icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
              onClick={() => setAdding('line')}
            >
              {t('addLine')}
            </Button>
            <Button
              size="sm"
              variant="quiet"
              icon={<IconReceipt size={16} stroke={1.5} aria-hidden />}
              onClick={() => setAdding('expense')}
            >
              {t('addExpense')}
            </Button>
            <Button
              size="sm"
              variant="quiet"
              icon={<IconPercentage size={16} stroke={1.5} aria-hidden />}
              onClick={() => setAdding('discount')}
            >
              {t('addDiscount')}
            </Button>
          </div>
        )}
      </div>
      {adding === 'line' && <AddLineDialog invoice={invoice} onClose={() => setAdding(null)} />}
      {adding === 'expense' && <AddExpenseDialog invoice={invoice} onClose={() => setAdding(null)} />}
      {adding === 'discount' && <DiscountDialog invoice={invoice} onClose={() => setAdding(null)} />}
    </section>
  );
}
