import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { clientHref } from '../../../lib/addresses.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useAnnounce } from '../../../ui/feedback/Feedback.tsx';
import { firstError, goToError } from '../../../ui/first-error.ts';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { View } from '../../../ui/View.tsx';
import { InvoiceEditor } from './InvoiceEditor.tsx';
import { InvoicePreview } from './InvoicePreview.tsx';
import classes from './InvoiceScreen.module.css';
import { InvoiceToolbar, type Pane } from './InvoiceToolbar.tsx';
import { IssuedFacts } from './IssuedFacts.tsx';
import { applyTyping, type Typing } from './typing.ts';

/** One invoice: what it says at the left, the page itself at the right. A draft can be edited, an issued one only read. */
export function InvoiceScreen({
  clientId,
  invoiceId,
}: {
  readonly clientId: string;
  readonly invoiceId: string;
}) {
  const { t } = useTranslation('billing');
  const { data: invoice, error } = useRead('billing.invoice', { invoiceId });
  const { data: snapshot } = useRead('billing.preview', { invoiceId });
  const [pane, setPane] = useState<Pane>('edit');
  const [typing, setTyping] = useState<Typing>({});
  const [wrong, setWrong] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  /** Brings the keyboard to the first field that shows what was refused; false when there is none. */
  const toWrong = () => {
    const field = fields.current && firstError(fields.current);
    if (!field) return false;
    // They may be behind the preview in a narrow window.
    flushSync(() => setPane('edit'));
    goToError(field);
    announce(t('issueDialog.wrongField'));
    return true;
  };
  if (error) {
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={
          <a href={clientHref(clientId, 'money')}>
            <Button tabIndex={-1}>{t('toInvoices')}</Button>
          </a>
        }
      />
    );
  }
  if (!invoice || !snapshot) return <LoadingBoxes heights={[48, 120, 300]} label={t('common:loading')} />;
  return (
    <View
      fill
      flows
      toolbar={
        <InvoiceToolbar invoice={invoice} pane={pane} onPane={setPane} wrong={wrong} toWrong={toWrong} />
      }
    >
      <div className={classes.screen} data-pane={pane}>
        <div className={classes.edit} key={invoice.state} ref={fields}>
          {invoice.state === 'draft' ? (
            <InvoiceEditor
              invoice={invoice}
              onWrong={setWrong}
              onTyping={(part) => setTyping((before) => ({ ...before, ...part }))}
            />
          ) : (
            <IssuedFacts invoice={invoice} />
          )}
        </div>
        <div className={classes.preview}>
          <InvoicePreview snapshot={applyTyping(snapshot, typing)} />
        </div>
      </div>
    </View>
  );
}
