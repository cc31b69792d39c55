import { Menu } from '@mantine/core';
import { IconDotsVertical, IconPaperclip, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExpenseView } from '#shared/ipc/billing-expenses.ts';
import { useWrite } from '../../../lib/queries.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import tables from '../Tables.module.css';
import classes from './Expenses.module.css';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** One expense; what is on an issued invoice can only be looked at. */
export function ExpenseRow({
  expense,
  onEdit,
}: {
  readonly expense: ExpenseView;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const remove = useWrite('billing.removeExpense');
  const saveReceipt = useWrite('billing.saveReceipt');
  const { id, clientId, spentOn, text, amount, currency, billable, receipt, invoice } = expense;
  const locked = invoice !== null && invoice.number !== null;
  const free = t(billable ? 'expenses.unbilled' : 'expenses.notCharged');
  return (
    <tr>
      <td className={classes.date}>{format.date(spentOn)}</td>
      <td className={classes.text}>{text}</td>
      <td className={`${tableStyles.number} ${tableStyles.strong}`}>{format.money(amount, currency)}</td>
      <td>
        {invoice === null ? (
          <span className={tableStyles.muted}>{free}</span>
        ) : (
          <a className={tables.reference} href={invoiceHref({ clientId, id: invoice.id })}>
            {invoice.number ?? t('inDraft')}
          </a>
        )}
      </td>
      <td className={classes.actions}>
        {receipt && (
          <IconButton
            size="sm"
            label={t('expenses.saveReceipt', { name: receipt.name })}
            icon={<IconPaperclip {...icon} />}
            onClick={() => saveReceipt.mutate({ receiptId: receipt.id }, { onError: sayError })}
          />
        )}
        {!locked && (
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton
                size="sm"
                label={t('lineActions', { text })}
                icon={<IconDotsVertical {...icon} />}
              />
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
                {t('expenses.edit')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash {...icon} />}
                onClick={() => remove.mutate({ expenseId: id }, { onError: sayError })}
              >
                {t('expenses.remove')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}
