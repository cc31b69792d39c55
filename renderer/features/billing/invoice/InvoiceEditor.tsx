import { Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import { DisplayPart } from './DisplayPart.tsx';
import { DoubledPart } from './DoubledPart.tsx';
import classes from './Invoice.module.css';
import { InvoiceFields } from './InvoiceFields.tsx';
import { InvoiceLines } from './InvoiceLines.tsx';
import { InvoiceSums } from './InvoiceSums.tsx';
import { NewerPart } from './NewerPart.tsx';
import { ProblemList } from './ProblemList.tsx';
import type { Typing } from './typing.ts';
import { useTyped } from './use-typed.ts';

export interface InvoiceEditorProps {
  readonly invoice: InvoiceView;
  readonly onTyping: (typing: Typing) => void;
  /** Whether a field holds something that was refused. */
  readonly onWrong: (wrong: boolean) => void;
}

/** Everything of a draft that can be changed; each change is saved when its field is left. */
export function InvoiceEditor({ invoice, onTyping, onWrong }: InvoiceEditorProps) {
  const { t } = useTranslation('billing');
  const sayError = useSayError();
  const format = useFormat();
  const change = useWrite('billing.changeDraft');
  const note = useTyped(invoice.note, (text) => {
    change.mutate({ invoiceId: invoice.id, note: text }, { onError: sayError });
  });
  const { number, entryCount: count, corrects } = invoice;
  const hint =
    corrects === null
      ? t('lockHint', { number, count })
      : t(corrects.givesBack ? 'credit.hintBack' : 'credit.hint', { number, corrected: corrects.number });
  return (
    <div className={classes.form}>
      {invoice.problems.length > 0 && (
        <section className={classes.missing} aria-label={t('problems.title')}>
          <h3>{t('problems.title')}</h3>
          <ProblemList invoice={invoice} />
        </section>
      )}
      <InvoiceFields invoice={invoice} onWrong={onWrong} />
      <NewerPart invoiceId={invoice.id} />
      <DoubledPart doubled={invoice.doubled} />
      <InvoiceLines invoice={invoice} onTyping={onTyping} />
      {invoice.leftOut.length > 0 && (
        <p className={classes.hint}>
          <span>
            {t('leftOut', {
              amounts: invoice.leftOut
                .map(({ amount, currency }) => format.money(amount, currency))
                .join(', '),
            })}
          </span>
        </p>
      )}
      <div className={classes.below}>
        <div className={classes.note}>
          <Textarea
            label={t('noteOnInvoice')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            value={note.value}
            onChange={(event) => {
              note.type(event.currentTarget.value);
              onTyping({ note: event.currentTarget.value });
            }}
            onBlur={note.finish}
          />
        </div>
        <InvoiceSums invoice={invoice} />
      </div>
      <DisplayPart invoice={invoice} />
      <p className={classes.hint}>
        <IconLock size={16} stroke={1.5} aria-hidden />
        <span>{hint}</span>
      </p>
    </div>
  );
}
