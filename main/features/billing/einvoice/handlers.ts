import type { einvoiceContract } from '#shared/ipc/billing-einvoice.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from '../service.ts';

/** Binds e-invoices, tax texts and kept documents to the contract. */
export function einvoiceHandlers(billing: Billing): Handlers<typeof einvoiceContract> {
  const { einvoices, taxWords, documents } = billing;
  return {
    'billing.einvoiceTerms': ({ clientId }) => {
      return { clientId, formats: einvoices.formats(clientId), proposal: einvoices.proposal(clientId) };
    },
    'billing.saveEinvoiceTerms': ({ clientId, formats }) => einvoices.save(clientId, formats),
    'billing.taxTexts': ({ language }) => taxWords.list(language),
    'billing.saveTaxTexts': ({ language, texts }) => taxWords.save(language, texts),
    'billing.documents': ({ invoiceId }) => documents.list(invoiceId),
    'billing.saveDocument': ({ invoiceId, format }) => documents.save(invoiceId, format),
  };
}
