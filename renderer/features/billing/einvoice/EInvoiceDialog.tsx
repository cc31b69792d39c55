import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { eFormats } from '#shared/domain/einvoice/problems.ts';
import type { EInvoiceTermsView } from '#shared/ipc/billing-einvoice.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useSayError } from '../errors.ts';
import classes from './EInvoice.module.css';

export interface EInvoiceDialogProps {
  readonly terms: EInvoiceTermsView;
  readonly onClose: () => void;
}

/** Chooses the e-invoices for a client, and says plainly what the app does not do with them. */
export function EInvoiceDialog({ terms, onClose }: EInvoiceDialogProps) {
  const { t } = useTranslation('billing');
  const sayError = useSayError();
  const save = useWrite('billing.saveEinvoiceTerms');
  const [chosen, setChosen] = useState(terms.formats);
  const submit = () =>
    save.mutate(
      { clientId: terms.clientId, formats: [...chosen] },
      { onSuccess: onClose, onError: sayError },
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('einvoice.title')}
      lead={t('einvoice.lead')}
      footnote={t('einvoice.cannot')}
      width={520}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} busy={save.isPending} />}
    >
      <div className={classes.choices}>
        {eFormats.map((format) => (
          <Checkbox
            key={format}
            label={t(`einvoice.format.${format}`)}
            description={t(`einvoice.about.${format}`)}
            checked={chosen.includes(format)}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              setChosen(eFormats.filter((one) => (one === format ? on : chosen.includes(one))));
            }}
          />
        ))}
      </div>
    </Dialog>
  );
}
