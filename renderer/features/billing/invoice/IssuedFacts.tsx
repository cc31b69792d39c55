import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { DocumentsPanel } from '../einvoice/DocumentsPanel.tsx';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import { roundingNote } from '../rounding-words.ts';
import tables from '../Tables.module.css';
import { AccountPanel } from './AccountPanel.tsx';
import { DisplayPart } from './DisplayPart.tsx';
import { EntriesButton } from './EntriesButton.tsx';
import { GiveBackPart } from './GiveBackPart.tsx';
import classes from './Invoice.module.css';
import { InvoiceSums } from './InvoiceSums.tsx';
import { quantityText } from './quantity.ts';

/** An issued invoice in the app's own words; nothing here can be changed. */
export function IssuedFacts({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { lines, currency, corrects } = invoice;
  const note = roundingNote(invoice.rounding, t);
  return (
    <div className={classes.form}>
      <Panel title={t(corrects ? 'creditNote' : 'invoice')}>
        <dl className={`${classes.facts} tabular`}>
          <div>
            <dt>{t('table.number')}</dt>
            <dd>{invoice.number}</dd>
          </div>
          <div>
            <dt>{t('issueDate')}</dt>
            <dd>{format.date(invoice.issueDate)}</dd>
          </div>
          {corrects ? (
            <div>
              <dt>{t('document.correctsInvoice')}</dt>
              <dd>
                <a
                  className={classes.way}
                  href={invoiceHref({ clientId: invoice.clientId, id: corrects.invoiceId })}
                >
                  {corrects.number}
                </a>
              </dd>
            </div>
          ) : (
            <div>
              <dt>{t('table.due')}</dt>
              <dd>{format.date(invoice.dueDate)}</dd>
            </div>
          )}
          <div>
            <dt>{t('table.period')}</dt>
            <dd>{format.dates(invoice.periodFrom, invoice.periodTo)}</dd>
          </div>
          <div>
            <dt>{t('sums.total')}</dt>
            <dd className={classes.whole}>{format.money(invoice.totals.gross, currency)}</dd>
          </div>
        </dl>
      </Panel>
      {corrects ? <GiveBackPart invoiceId={invoice.id} /> : <AccountPanel invoiceId={invoice.id} />}
      <Panel title={t('lines')} flush>
        <div className={tableStyles.scroll}>
          <table className={tableStyles.table}>
            <TableHead
              columns={[
                { label: t('table.description') },
                ...(note ? [{ label: t('table.time'), kind: 'number' } as const] : []),
                { label: t('table.quantity'), kind: 'number' },
                { label: t('table.rate'), kind: 'number' },
                { label: t('table.amount'), kind: 'number' },
              ]}
            />
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row" className={tables.wide}>
                    {line.text}
                    <EntriesButton line={line} rounded={note !== null} />
                  </th>
                  {note && (
                    <td className={tableStyles.number}>
                      {line.rawSeconds === null
                        ? ''
                        : t('trackedTime', { time: format.hours(line.rawSeconds) })}
                    </td>
                  )}
                  <td className={tableStyles.number}>{quantityText(line, format.language)}</td>
                  <td className={tableStyles.number}>{format.money(line.unit, currency)}</td>
                  <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                    {format.money(line.net, currency)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      {note && (
        <p className={classes.hint}>
          <span>{t('roundedHint', { rounding: note })}</span>
        </p>
      )}
      <InvoiceSums invoice={invoice} />
      <DisplayPart invoice={invoice} />
      <p className={classes.hint}>
        <IconLock size={16} stroke={1.5} aria-hidden />
        <span>{t('lockedHint', { count: invoice.entryCount })}</span>
      </p>
      <DocumentsPanel invoiceId={invoice.id} />
    </div>
  );
}
