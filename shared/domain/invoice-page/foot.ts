import { escapeHtml } from '../html-text.ts';
import type { InvoiceSnapshot } from '../invoice-snapshot.ts';
import { paymentCode } from '../payment-code.ts';
import { qrSvg } from '../qr-svg.ts';
import { taxIdNames } from '../tax-id-names.ts';

/** How to pay, what to quote, and who the seller is to the authorities. */
export function footPart(snapshot: InvoiceSnapshot): string {
  const { kind, seller, number, texts } = snapshot;
  const code = paymentCode({ ...snapshot, number: number ?? texts.draft });
  // A draft has no number to pay by: the place of its code stays empty, so that pages end where they will.
  const drawn =
    code !== null && number !== null ? qrSvg(code, texts.scanToPay) : '<span class="qr later"></span>';
  const picture =
    code === null ? '' : `<div class="code">${drawn}<span>${escapeHtml(texts.scanToPay)}</span></div>`;
  const part = (title: string, text: string) =>
    text ? `<section><h2>${escapeHtml(title)}</h2><p class="lines">${escapeHtml(text)}</p></section>` : '';
  const names = taxIdNames(seller.postal.country, texts);
  const ids = [
    seller.vatId && `${names.vatId} ${seller.vatId}`,
    seller.taxNumber && `${names.taxNumber} ${seller.taxNumber}`,
    seller.registration && `${texts.registration} ${seller.registration}`,
  ].filter(Boolean);
  return `<footer><div class="foot${code === null ? '' : ' coded'}">${picture}${part(texts.payTo, kind === 'invoice' ? seller.paymentDetails : '')}${part(texts.reference, number ?? texts.invoiceNumber)}${
    ids.length > 0 ? `<section><p class="lines">${escapeHtml(ids.join('\n'))}</p></section>` : ''
  }</div></footer>`;
}
