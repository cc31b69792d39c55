import { useTranslation } from 'react-i18next';
import type { Tax } from '#shared/domain/invoice.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { useSayError } from '../errors.ts';
import classes from './EInvoice.module.css';
import { useTaxName } from './tax-name.ts';

/** Says that one's own details say something else of tax since this draft was made, with the way to follow them. */
export function OwnTaxHint({ invoice }: { readonly invoice: InvoiceView }) {
  const { t } = useTranslation('billing');
  const sayError = useSayError();
  const nameOf = useTaxName();
  const change = useWrite('billing.changeDraft');
  const own = invoice.ownTaxSince;
  if (own === null) return null;
  const tax = nameOf(own);
  const choose = (chosen: Tax) =>
    change.mutate({ invoiceId: invoice.id, tax: chosen }, { onError: sayError });
  return (
    <p className={classes.proposal}>
      <span>{t('ownTaxSince.changed', { tax })}</span>
      <Button variant="link" busy={change.isPending} onClick={() => choose(own)}>
        {t('ownTaxSince.use', { tax })}
      </Button>
      <Button variant="link" onClick={() => choose(invoice.tax)}>
        {t('ownTaxSince.keep')}
      </Button>
    </p>
  );
}
