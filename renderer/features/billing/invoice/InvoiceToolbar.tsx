import { IconArrowLeft, IconDownload, IconReceiptRefund, IconSend, IconTable } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { clientHref, go } from '../../../lib/addresses.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { focusHome, goHome } from '../../../ui/focus-return.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { Toolbar } from '../../../ui/Toolbar.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import { useSayError } from '../errors.ts';
import { CreditDialog } from './CreditDialog.tsx';
import classes from './InvoiceToolbar.module.css';
import { IssueDialog } from './IssueDialog.tsx';
import { WhereItStands } from './WhereItStands.tsx';

export type Pane = 'edit' | 'preview';

export interface InvoiceToolbarProps {
  readonly invoice: InvoiceView;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  /** A field of the draft shows what was refused. */
  readonly wrong: boolean;
  /** Leads to such a field; false when there is none. */
  readonly toWrong: () => boolean;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Where the invoice stands, and what can be done with it now. */
export function InvoiceToolbar({ invoice, pane, onPane, wrong, toWrong }: InvoiceToolbarProps) {
  const { t } = useTranslation('billing');
  const sayError = useSayError();
  const { show } = useToast();
  const say = useSay();
  const { data: info } = useRead('app.info');
  const [issuing, setIssuing] = useState(false);
  const [crediting, setCrediting] = useState(false);
  const invoiceId = invoice.id;
  const discard = useWrite('billing.discardDraft');
  const savePdf = useWrite('billing.savePdf');
  const saveCsv = useWrite('billing.saveCsv');
  const isDraft = invoice.state === 'draft';
  const isCredit = invoice.kind === 'credit_note';
  const canCredit = !isDraft && !isCredit;
  const back = clientHref(invoice.clientId, 'money');
  const saved = {
    onError: sayError,
    onSuccess: (answer: { saved: boolean }) => {
      if (answer.saved) show({ text: t('fileSaved'), tone: 'success' });
    },
  };
  return (
    <Toolbar
      label={t(isCredit ? 'creditNote' : 'invoice')}
      end={
        <>
          {isDraft && (
            <Button
              variant="quiet"
              busy={discard.isPending}
              onClick={() =>
                discard.mutate(
                  { invoiceId },
                  {
                    onSuccess: () => {
                      go(back);
                      say.undoable(t('draftDiscarded'));
                    },
                    onError: sayError,
                  },
                )
              }
            >
              {t('discardDraft')}
            </Button>
          )}
          {!isDraft && (
            <Button
              icon={<IconTable {...icon} />}
              iconWhenNarrow
              {...tip(t('saveCsv'))}
              busy={saveCsv.isPending}
              onClick={() => saveCsv.mutate({ invoiceId }, saved)}
            >
              {t('saveCsv')}
            </Button>
          )}
          <Button
            icon={<IconDownload {...icon} />}
            iconWhenNarrow
            {...tip(t('savePdf'))}
            busy={savePdf.isPending}
            onClick={() => savePdf.mutate({ invoiceId }, saved)}
          >
            {t('savePdf')}
          </Button>
          {canCredit && (
            <Button icon={<IconReceiptRefund {...icon} />} onClick={() => setCrediting(true)}>
              {t('credit.button')}
            </Button>
          )}
          {isDraft && (
            <Button
              variant="primary"
              icon={<IconSend {...icon} />}
              onClick={() => !toWrong() && setIssuing(true)}
            >
              {t(isCredit ? 'issueCredit' : 'issueInvoice')}
            </Button>
          )}
        </>
      }
    >
      <a className={classes.back} href={back}>
        <IconArrowLeft {...icon} />
        {t('invoices')}
      </a>
      <Title key={`${invoiceId} ${invoice.state}`}>
        {isDraft ? t(isCredit ? 'newCredit' : 'newInvoice') : invoice.number}
      </Title>
      <WhereItStands invoice={invoice} />
      {isDraft && info && (
        <span className={`${classes.saved} tabular`}>
          {t('savedAt', { time: formatClock(invoice.savedAt, info.zone) })}
        </span>
      )}
      <span className={classes.panes}>
        <Segmented
          label={t('pane.label')}
          value={pane}
          onChange={onPane}
          options={[
            { value: 'edit', label: t(isDraft ? 'pane.edit' : 'pane.facts') },
            { value: 'preview', label: t('pane.preview') },
          ]}
        />
      </span>
      {crediting && (
        <CreditDialog invoiceId={invoiceId} clientId={invoice.clientId} onClose={() => setCrediting(false)} />
      )}
      {issuing && <IssueDialog invoice={invoice} wrong={wrong} onClose={() => setIssuing(false)} />}
    </Toolbar>
  );
}

/** What led here, or issued it, is gone then: the keyboard goes on from the heading. */
function Title({ children }: { readonly children: ReactNode }) {
  useEffect(goHome, []);
  return (
    <h2 className={classes.title} {...focusHome}>
      {children}
    </h2>
  );
}
