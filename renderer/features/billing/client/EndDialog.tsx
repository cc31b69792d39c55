import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgreementView } from '#shared/ipc/billing-agreements.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';

interface EndDialogProps {
  readonly agreement: AgreementView;
  /** ISO date. */
  readonly today: string | null;
  readonly onClose: () => void;
}

/** The last day of an agreement. */
export function EndDialog({ agreement, today, onClose }: EndDialogProps) {
  const { t } = useTranslation('billing');
  const save = useWrite('billing.endAgreement');
  const errors = useFieldErrors(save.error);
  const [endedOn, setEndedOn] = useState(today);
  const name = agreement.title || t(`agreementKind.${agreement.kind}`);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('endOf', { name })}
      lead={t('endLead')}
      onSubmit={() => {
        if (endedOn) save.mutate({ agreementId: agreement.id, endedOn }, { onSuccess: onClose });
      }}
      actions={<FormActions onCancel={onClose} busy={save.isPending} focused />}
    >
      <DateField label={t('lastDay')} value={endedOn} required error={errors.endedOn} onChange={setEndedOn} />
    </Dialog>
  );
}
