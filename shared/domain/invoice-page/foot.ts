import { escapeHtml } from '../html-text.ts';
import type { InvoiceSnapshot } from '../invoice-snapshot.ts';

/** How to pay, what to quote, and who the seller is to the authorities. */
export function footPart({ kind, seller, number, texts }: InvoiceSnapshot): string {
  const part = (title: string, text: string) =>
    text
      ? `<section><h2>${escapeHtml(title)}</h2><p class="lines">${escapeHtml(text)}</p></section>`
      : '<span></span>';
  const ids = [
    seller.vatId && `${texts.vatId} ${seller.vatId}`,
    seller.taxNumber && `${texts.taxNumber} ${seller.taxNumber}`,
    seller.registration && `${texts.registration} ${seller.registration}`,
  ].filter(Boolean);
  return `<footer><div class="foot">${part(texts.payTo, kind === 'invoice' ? seller.paymentDetails : '')}${part(texts.reference, number ?? texts.invoiceNumber)}${
    ids.length > 0 ? `<section><p class="lines">${escapeHtml(ids.join('\n'))}</p></section>` : ''
  }</div></footer>`;
}
