import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useAnnounce, useToast } from '../../../ui/feedback/Feedback.tsx';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';
import { IssueSteps } from './IssueSteps.tsx';
import { ProblemList } from './ProblemList.tsx';

/** The last look before a number is given; says what is missing instead when something is. */
export function IssueDialog({
  invoice,
  wrong,
  onClose,
}: {
  readonly invoice: InvoiceView;
  /** A field shows something else than what would be issued. */
  readonly wrong: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const { show } = useToast();
  const announce = useAnnounce();
  const issue = useWrite('billing.issue');
  const stop = useWrite('billing.stopIssuing');
  const { data: progress } = useRead(
    'billing.issuing',
    { invoiceId: invoice.id },
    { enabled: issue.isPending },
  );
  const steps = issue.isPending ? progress : null;
  const isCredit = invoice.kind === 'credit_note';
  const titleKey = isCredit ? 'issueDialog.creditTitle' : 'issueDialog.title';
  const ready = invoice.problems.length === 0 && !wrong;
  const { number, totals, currency, clientName, corrects } = invoice;
  // Until everything is stored together, nothing has happened yet, and it can be stopped.
  const close = () => (issue.isPending ? stop.mutate({ invoiceId: invoice.id }) : onClose());
  const confirm = () =>
    issue.mutate(
      { invoiceId: invoice.id },
      {
        onSuccess: (issued) => {
          const text = t(isCredit ? 'issueDialog.creditDone' : 'issueDialog.done', { number: issued.number });
          show({ text, tone: 'success' });
          announce(text);
          onClose();
        },
      },
    );
  return (
    <Dialog
      opened
      onClose={close}
      title={t(ready ? titleKey : 'issueDialog.notYet', { number })}
      lead={
        ready &&
        t(isCredit ? 'issueDialog.creditLead' : 'issueDialog.lead', {
          client: clientName,
          amount: format.money(totals.gross, currency),
          date: format.date(invoice.issueDate),
          due: format.date(invoice.dueDate),
        })
      }
      actions={
        <>
          <Button
            size="lg"
            disabled={issue.isPending && (steps?.step === 'store' || stop.isPending)}
            onClick={close}
            data-autofocus
          >
            {t(ready ? 'common:cancel' : 'common:close')}
          </Button>
          {ready && (
            <Button size="lg" variant="primary" busy={issue.isPending} onClick={confirm}>
              {t(isCredit ? 'issueCredit' : 'issueInvoice')}
            </Button>
          )}
        </>
      }
    >
      {steps ? (
        <IssueSteps progress={steps} />
      ) : ready ? (
        <p className={classes.text}>
          {invoice.doubled.seconds > 0 &&
            `${t('doubled.text', { time: format.hours(invoice.doubled.seconds) })} `}
          {invoice.laterNumber !== null &&
            `${t('issueDialog.outOfOrder', { number, later: invoice.laterNumber, date: format.date(invoice.issueDate) })} `}
          {corrects === null
            ? t('lockHint', { number, count: invoice.entryCount })
            : t(corrects.givesBack ? 'credit.hintBack' : 'credit.hint', {
                number,
                corrected: corrects.number,
              })}
        </p>
      ) : (
        <>
          {wrong && <p className={classes.text}>{t('issueDialog.wrongField')}</p>}
          {invoice.problems.length > 0 && <ProblemList invoice={invoice} onLeave={onClose} />}
        </>
      )}
      {issue.error && (
        <p className={classes.error} role="alert">
          {issue.error.message}
        </p>
      )}
    </Dialog>
  );
}
