import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useSayError } from '../errors.ts';
import { ExpenseDialog } from '../expenses/ExpenseDialog.tsx';
import classes from '../expenses/Expenses.module.css';
import { useFormat } from '../format.ts';

/** Expenses of the client that are on no invoice, to put on this draft; a new one goes straight on it. */
export function AddExpenseDialog({
  invoice,
  onClose,
}: {
  readonly invoice: InvoiceView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const { id: invoiceId, clientId, currency } = invoice;
  const { data: expenses } = useRead('billing.freeExpenses', { invoiceId });
  const add = useWrite('billing.addExpenseLine');
  const [making, setMaking] = useState(false);
  const put = (expenseId: string) => add.mutate({ invoiceId, expenseId }, { onError: sayError });
  if (!expenses) return null;
  if (making || expenses.length === 0) {
    return (
      <ExpenseDialog clientId={clientId} expense={null} currency={currency} onSaved={put} onClose={onClose} />
    );
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('addExpense')}
      lead={t('expenses.addLead')}
      width={520}
      actions={
        <>
          <Button size="lg" onClick={() => setMaking(true)}>
            {t('expenses.new')}
          </Button>
          <Button size="lg" onClick={onClose} data-autofocus>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <ul className={classes.free}>
        {expenses.map(({ id, text, spentOn, amount }) => (
          <li key={id}>
            <span>{text}</span>
            <span>{format.date(spentOn)}</span>
            <span className="tabular">{format.money(amount, currency)}</span>
            <Button size="sm" onClick={() => put(id)}>
              {t('expenses.put')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
