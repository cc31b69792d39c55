import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvoiceAccount } from '#shared/ipc/billing-payments.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useFormat } from '../format.ts';

export interface WriteOffDialogProps {
  readonly invoiceId: string;
  readonly account: InvoiceAccount;
  readonly onClose: () => void;
}

/** Gives up what an invoice has open; the invoice itself stays as it is. */
export function WriteOffDialog({ invoiceId, account, onClose }: WriteOffDialogProps) {
  const { t } = useTranslation('billing');
  const format = useFormat();
  const say = useSay();
  const writeOff = useWrite('billing.writeOff');
  const [reason, setReason] = useState('');
  const amount = format.money(account.standing.open, account.currency);
  const done = () => {
    onClose();
    say.undoable(t('account.writeOffDone', { amount }));
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('account.writeOffTitle', { amount })}
      lead={t('account.writeOffLead')}
      onSubmit={() => writeOff.mutate({ invoiceId, reason }, { onSuccess: done, onError: say.refused })}
      actions={<FormActions onCancel={onClose} submit={t('account.writeOff')} busy={writeOff.isPending} />}
    >
      <TextInput
        label={t('account.reason')}
        maxLength={500}
        autoComplete="off"
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
