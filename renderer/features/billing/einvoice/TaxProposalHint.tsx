import { useTranslation } from 'react-i18next';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSayError } from '../errors.ts';
import { useFormat } from '../format.ts';
import classes from './EInvoice.module.css';

/** Offers the tax that the two countries suggest, while the draft bears another one. Never applied by itself. */
export function TaxProposalHint({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const sayError = useSayError();
  const change = useWrite('billing.changeDraft');
  const { data: terms } = useRead('billing.einvoiceTerms', { clientId: invoice.clientId });
  const proposal = terms?.proposal;
  if (!proposal) return null;
  const { category, rate } = proposal.tax;
  if (category === invoice.tax.category && rate === invoice.tax.rate) return null;
  const name =
    category === 'standard' ? `${formatScaled(rate, taxRateScale, language)} %` : t(`tax.${category}`);
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
