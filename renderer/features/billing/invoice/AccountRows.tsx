import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceAccount, PaymentView } from '#shared/ipc/billing-payments.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import classes from '../Tables.module.css';

export interface AccountRowsProps {
  readonly account: InvoiceAccount;
  readonly invoiceId: string;
  readonly onEdit: (payment: PaymentView) => void;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** The way from the invoice's total to what is open, row by row. */
export function AccountRows({ account, invoiceId, onEdit }: AccountRowsProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const sayError = useSayError();
  const say = useSay();
  const remove = useWrite('billing.removePayment');
  const forget = useWrite('billing.forgetReminder');
  const takeBack = useWrite('billing.takeBackWriteOff');
  const { currency, gross, payments, credits, writeOff, reminders, standing } = account;
  const money = (amount: number) => <td className={tableStyles.number}>{format.money(amount, currency)}</td>;
  return (
    <div className={tableStyles.scroll}>
      <table className={tableStyles.table}>
        <caption className="visually-hidden">{t('account.title')}</caption>
        <tbody>
          <tr>
            <th scope="row" className={classes.wide}>
              {t('account.total')}
            </th>
            <td />
            {money(gross)}
            <td />
          </tr>
          {credits.map((credit) => (
            <tr key={credit.id}>
              <th scope="row" className={classes.wide}>
                <a className={classes.reference} href={invoiceHref(credit)}>
                  {credit.number === null
                    ? t('account.creditDraft')
                    : t('account.credit', { number: credit.number })}
                </a>
              </th>
              <td className={classes.date}>{format.date(credit.issueDate)}</td>
              {credit.gross === null ? <td className={tableStyles.number}>–</td> : money(-credit.gross)}
              <td />
            </tr>
          ))}
          {payments.map((payment) => (
            <tr key={payment.id}>
              <th scope="row" className={classes.wide}>
                {payment.note || t(payment.amount < 0 ? 'account.paidBack' : 'account.payment')}
              </th>
              <td className={classes.date}>{format.date(payment.paidOn)}</td>
              {money(-payment.amount)}
              <td className={classes.side}>
                <IconButton
                  size="sm"
                  label={t('account.edit', { date: format.date(payment.paidOn) })}
                  icon={<IconPencil {...icon} />}
                  onClick={() => onEdit(payment)}
                />
                <IconButton
                  size="sm"
                  label={t('account.remove', { date: format.date(payment.paidOn) })}
                  icon={<IconTrash {...icon} />}
                  onClick={() =>
                    remove.mutate(
                      { id: payment.id },
                      { onSuccess: () => say.undoable(t('account.removed')), onError: sayError },
                    )
                  }
                />
              </td>
            </tr>
          ))}
          {writeOff && (
            <tr>
              <th scope="row" className={classes.wide}>
                {writeOff.reason || t('account.writtenOff')}
              </th>
              <td className={classes.date}>{format.date(writeOff.on)}</td>
              {money(-writeOff.amount)}
              <td className={classes.side}>
                <Button
                  size="sm"
                  variant="quiet"
                  busy={takeBack.isPending}
                  onClick={() => takeBack.mutate({ invoiceId }, { onError: sayError })}
                >
                  {t('account.takeBack')}
                </Button>
              </td>
            </tr>
          )}
          {reminders.map(({ level, on }, index) => (
            <tr key={level}>
              <th scope="row" className={tableStyles.muted}>
                {t('account.reminder', { level })}
              </th>
              <td className={classes.date}>{format.date(on)}</td>
              <td />
              <td className={classes.side}>
                {index === reminders.length - 1 && (
                  <Button
                    size="sm"
                    variant="quiet"
                    busy={forget.isPending}
                    onClick={() => forget.mutate({ invoiceId }, { onError: sayError })}
                  >
                    {t('account.notSent')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={tableStyles.strong}>
              {t(standing.open < 0 ? 'account.toPayBack' : 'account.open')}
            </th>
            <td />
            <td className={`${tableStyles.number} ${tableStyles.strong}`}>
              {format.money(Math.abs(standing.open), currency)}
            </td>
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  );
}
