import { Menu } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCashBanknoteOff,
  IconDotsVertical,
  IconDownload,
  IconPaperclip,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExpenseView } from '#shared/ipc/billing-expenses.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
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
  const say = useSay();
  const remove = useWrite('billing.removeExpense');
  const openReceipt = useWrite('billing.openReceipt');
  const saveReceipt = useWrite('billing.saveReceipt');
  const writeOff = useWrite('billing.writeOffWork');
  const takeBack = useWrite('billing.takeBackWriteOffs');
  const { id, clientId, spentOn, text, amount, currency, billable, receipt, invoice, writeOffId } = expense;
  const locked = invoice !== null && invoice.number !== null;
  const free = t(
    `expenses.${writeOffId !== null ? 'writtenOff' : billable ? 'unbilled' : 'notCharged'}` as const,
  );
  const canGiveUp = billable && invoice === null && writeOffId === null;
  const none = { clientId, entryIds: [], taskIds: [], fees: [], reason: '' };
  return (
    <tr>
      <td className={classes.date}>{format.date(spentOn)}</td>
      <td className={classes.text}>{text}</td>
      <td className={`${tableStyles.number} ${tableStyles.strong}`}>{format.money(amount, currency)}</td>
      <td className={tables.state}>
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
            label={t('expenses.openReceipt', { name: receipt.name })}
            icon={<IconPaperclip {...icon} />}
            onClick={() => openReceipt.mutate({ receiptId: receipt.id }, { onError: sayError })}
          />
        )}
        {(!locked || receipt) && (
          <Menu position="bottom-end">
            <Menu.Target>
              <IconButton
                size="sm"
                label={t('lineActions', { text })}
                icon={<IconDotsVertical {...icon} />}
              />
            </Menu.Target>
            <Menu.Dropdown>
              {!locked && (
                <Menu.Item leftSection={<IconPencil {...icon} />} onClick={onEdit}>
                  {t('expenses.edit')}
                </Menu.Item>
              )}
              {receipt && (
                <Menu.Item
                  leftSection={<IconDownload {...icon} />}
                  onClick={() => saveReceipt.mutate({ receiptId: receipt.id }, { onError: sayError })}
                >
                  {t('expenses.saveReceiptAs')}
                </Menu.Item>
              )}
              {canGiveUp && (
                <Menu.Item
                  leftSection={<IconCashBanknoteOff {...icon} />}
                  onClick={() =>
                    writeOff.mutate(
                      { ...none, expenseIds: [id] },
                      { onSuccess: () => say.undoable(t('expenses.writtenOff')), onError: sayError },
                    )
                  }
                >
                  {t('expenses.writeOff')}
                </Menu.Item>
              )}
              {writeOffId !== null && (
                <Menu.Item
                  leftSection={<IconArrowBackUp {...icon} />}
                  onClick={() => takeBack.mutate({ ids: [writeOffId] }, { onError: sayError })}
                >
                  {t('expenses.takeBack')}
                </Menu.Item>
              )}
              {!locked && (
                <Menu.Item
                  leftSection={<IconTrash {...icon} />}
                  onClick={() =>
                    remove.mutate(
                      { expenseId: id },
                      { onSuccess: () => say.undoable(t('expenses.removed')), onError: sayError },
                    )
                  }
                >
                  {t('expenses.remove')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </td>
    </tr>
  );
}
