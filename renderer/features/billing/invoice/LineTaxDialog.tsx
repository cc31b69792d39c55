import { useTranslation } from 'react-i18next';
import type { InvoiceView, LineView } from '#shared/ipc/billing.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { LineTaxField, readTax, taxChoice } from '../LineTaxField.tsx';

interface LineTaxDialogProps {
  readonly line: LineView;
  /** Of the invoice. */
  readonly tax: InvoiceView['tax'];
  readonly onClose: () => void;
}

/** The tax of one line: as the invoice, or another one. */
export function LineTaxDialog({ line, tax, onClose }: LineTaxDialogProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const change = useWrite('billing.changeLine');
  const own = line.tax.category !== tax.category || line.tax.rate !== tax.rate ? line.tax : null;
  const draft = useDraft(taxChoice(own, language));
  const errors = useMoneyErrors(draft);
  const read = () => {
    const typed = readTax(draft.values, language);
    if (typed === 'wrong') {
      draft.setErrors({ taxRate: t('errors:field.percentAbove') });
      return null;
    }
    return { lineId: line.id, tax: typed };
  };
  const submit = () => {
    const input = read();
    if (input) change.mutate(input, { onSuccess: onClose, onError: errors.refuse });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('lineTax.title')}
      lead={line.text}
      onSubmit={submit}
      onCheck={read}
      actions={<FormActions onCancel={onClose} busy={change.isPending} />}
    >
      <LineTaxField draft={draft} />
    </Dialog>
  );
}
