import { useTranslation } from 'react-i18next';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSayError } from '../errors.ts';
import classes from './EInvoice.module.css';
import { useTaxName } from './tax-name.ts';

/** Offers the tax that the two countries suggest, while the draft bears another one. Never applied by itself. */
export function TaxProposalHint({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const nameOf = useTaxName();
  const sayError = useSayError();
  const change = useWrite('billing.changeDraft');
  const { data: terms } = useRead('billing.einvoiceTerms', { clientId: invoice.clientId });
  const proposal = terms?.proposal;
  if (!proposal) return null;
  const { category, rate } = proposal.tax;
  if (category === invoice.tax.category && rate === invoice.tax.rate) return null;
  const name = nameOf(proposal.tax);
  return (
    <p className={classes.proposal}>
      <span>{t(`taxProposal.${proposal.reason}`, { tax: name })}</span>
      <Button
        variant="link"
        busy={change.isPending}
        onClick={() => change.mutate({ invoiceId: invoice.id, tax: proposal.tax }, { onError: sayError })}
      >
        {t('taxProposal.use', { tax: name })}
      </Button>
    </p>
  );
}
