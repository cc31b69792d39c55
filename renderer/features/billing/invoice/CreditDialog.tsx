import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { creditProblem } from '#shared/domain/credit.ts';
import { editableAmount, parseAmount } from '#shared/domain/money-text.ts';
import type { CreditView } from '#shared/ipc/billing-credits.ts';
import { go } from '../../../lib/addresses.ts';
import type { DraftErrors } from '../../../lib/draft.ts';
import { useFieldErrors, useFormErrors } from '../../../lib/form-errors.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';
import classes from './Credit.module.css';
import { CreditLines, type TypedCredit } from './CreditLines.tsx';

export interface CreditDialogProps {
  readonly invoiceId: string;
  readonly clientId: string;
  readonly onClose: () => void;
}

/** Chooses what of an issued invoice is taken back; the credit note itself begins as a draft. */
export function CreditDialog(props: CreditDialogProps) {
  const { t } = useTranslation('common');
  const { data: view } = useRead('billing.creditable', { invoiceId: props.invoiceId });
  return view ? <CreditForm {...props} view={view} /> : <LoadingBoxes heights={[0]} label={t('loading')} />;
}

function CreditForm({ clientId, view, onClose }: CreditDialogProps & { readonly view: CreditView }) {
  const { t } = useTranslation('billing');
  const { language, money } = useFormat();
  const { currency, invoiceId } = view;
  const create = useWrite('billing.createCredit');
  const open = view.lines.filter((line) => line.left !== 0 || line.credited === 0);
  const [typed, setTyped] = useState<TypedCredit>(() =>
    Object.fromEntries(open.map((line) => [line.id, editableAmount(line.left, currency, language)])),
  );
  const [problems, setProblems] = useState<DraftErrors>({});
  const form = useFormErrors({ setErrors: setProblems });
  const refused = useFieldErrors(create.error);
  const type = (next: TypedCredit) => {
    setTyped(next);
    setProblems({});
  };
  const [givesBack, setGivesBack] = useState(false);
  const chosen = open.filter((line) => typed[line.id] !== undefined);
  const amounts = chosen.map((line) => ({
    line,
    read: parseAmount(typed[line.id] ?? '', currency, language),
  }));
  const total = amounts.reduce((sum, { read }) => sum + (read.ok ? read.value : 0), 0);
  /** Said while it is typed. */
  const tooMuch = amounts.flatMap(({ line, read }) => {
    const reason = read.ok ? creditProblem(line, read.value) : null;
    return reason === 'credit.tooMuch' || reason === 'credit.direction'
      ? [[line.id, t(`errors:${reason}`)]]
      : [];
  });
  const submit = () => {
    const wrong = amounts.flatMap(({ line, read }) => {
      const reason = read.ok ? creditProblem(line, read.value) : read.reason;
      return reason === null ? [] : [[line.id, t(`errors:${reason}`)]];
    });
    if (form.show(Object.fromEntries(wrong))) return;
    const lines = amounts.map(({ line, read }) => ({ lineId: line.id, net: read.ok ? read.value : null }));
    create.mutate(
      { invoiceId, lines, givesBack },
      {
        onSuccess: (made) => go(invoiceHref({ clientId, id: made.invoiceId })),
        onError: form.refuse,
      },
    );
  };
  const errors = {
    ...Object.fromEntries(chosen.map((line, index) => [line.id, problems[`lines.${index}.net`]])),
    ...problems,
    ...Object.fromEntries(tooMuch),
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('credit.title', { number: view.number })}
      lead={t('credit.lead')}
      width={600}
      onSubmit={submit}
      actions={
        <FormActions
          onCancel={onClose}
          submit={t('credit.create')}
          busy={create.isPending}
          disabled={chosen.length === 0}
        />
      }
    >
      {open.length === 0 ? (
        <p className={classes.text}>{t('credit.nothingLeft')}</p>
      ) : (
        <>
          <CreditLines lines={open} currency={currency} typed={typed} onType={type} errors={errors} />
          <p className={classes.total} role="status">
            {t('credit.sum', { amount: money(total, currency) })}
          </p>
          {open.some((line) => line.hasWork) && (
            <Checkbox
              label={t('credit.givesBack')}
              description={t('credit.givesBackText')}
              checked={givesBack}
              onChange={(event) => setGivesBack(event.currentTarget.checked)}
            />
          )}
        </>
      )}
      {create.error && Object.keys(refused).length === 0 && (
        <p className={classes.error} role="alert">
          {create.error.message}
        </p>
      )}
    </Dialog>
  );
}
