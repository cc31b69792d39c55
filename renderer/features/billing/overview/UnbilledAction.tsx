import { useTranslation } from 'react-i18next';
import type { UnbilledRow } from '#shared/ipc/billing.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import classes from './UnbilledTable.module.css';

/** What can be done about a client's unbilled work next. */
export function UnbilledAction({
  row,
  onDraft,
}: {
  readonly row: UnbilledRow;
  readonly onDraft: (id: string) => void;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  if (row.draftId) {
    return (
      <a className={classes.chip} href={invoiceHref({ clientId: row.clientId, id: row.draftId })}>
        <Chip>{t(row.beside.length > 0 ? 'inDraftPartly' : 'inDraft')}</Chip>
        <span className="visually-hidden">{row.clientName}</span>
      </a>
    );
  }
  if (row.lateSeconds > 0 && row.rawSeconds === 0 && row.amounts.length === 0 && row.expenses.length === 0) {
    return (
      <a className={tableStyles.action} href={clientHref(row.clientId, 'money')}>
        {t('late.count', { time: format.hours(row.lateSeconds) })}
        <span className="visually-hidden">{row.clientName}</span>
      </a>
    );
  }
  if (row.unpricedSeconds > 0) {
    return (
      <a className={tableStyles.action} href={clientHref(row.clientId, 'money')}>
        {t('setRate')}
        <span className="visually-hidden">{row.clientName}</span>
      </a>
    );
  }
  return (
    <button type="button" className={tableStyles.action} onClick={() => onDraft(row.clientId)}>
      {t('draftInvoice')}
      <span className="visually-hidden">{row.clientName}</span>
    </button>
  );
}
