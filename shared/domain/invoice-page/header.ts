import { escapeHtml } from '../html-text.ts';
import type { InvoiceSnapshot } from '../invoice-snapshot.ts';
import { fill } from '../invoice-text.ts';
import { logoSize } from '../logo.ts';

/** Who sends it: the logo in its room, the name, and where to reach the sender. */
export function headerPart(snapshot: InvoiceSnapshot, logoUrl: string | null): string {
  const { name, trade, address, email, phone } = snapshot.seller;
  const contact = [address, email, phone].filter(Boolean).join('\n');
  return `<header><div class="seller">${logoPart(snapshot, logoUrl)}<strong>${escapeHtml(name)}</strong>${
    trade ? `<div class="faint">${escapeHtml(trade)}</div>` : ''
  }</div><div class="address faint lines">${escapeHtml(contact)}</div></header>`;
}

/** Its size is known before the picture is, so that nothing moves when it comes; it is drawn together with the page. */
function logoPart({ look, seller, texts }: InvoiceSnapshot, url: string | null): string {
  if (look.logo === null) return '';
  const { width, height } = logoSize(look.logo);
  const name = fill(texts.logoOf, { name: seller.name });
  const picture =
    url === null ? '' : `<img src="${escapeHtml(url)}" alt="${escapeHtml(name)}" decoding="sync">`;
  return `<div class="logo" style="width:${width}mm;height:${height}mm">${picture}</div>`;
}
