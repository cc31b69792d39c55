import { escapeHtml } from './html-text.ts';
import { factsPart } from './invoice-page/facts.ts';
import { footPart } from './invoice-page/foot.ts';
import { linesPart } from './invoice-page/lines.ts';
import { notesPart } from './invoice-page/notes.ts';
import { totalsPart } from './invoice-page/totals.ts';
import type { InvoiceSnapshot, SellerParty } from './invoice-snapshot.ts';
import { invoiceStyle, pageStyle } from './invoice-style.ts';
import { documentLocale } from './invoice-text.ts';

/** Nothing may load but the fonts that whoever shows the page serves with it; no script may run. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/**
 * The page of an invoice: the preview and the printed document alike. Everything a person wrote is escaped.
 * `fontCss` holds the `@font-face` rules of the fonts, whose addresses depend on where the page is shown.
 */
export function invoiceHtml(snapshot: InvoiceSnapshot, fontCss = ''): string {
  const { texts, language, look } = snapshot;
  const heading = snapshot.kind === 'credit_note' ? texts.creditNote : texts.invoice;
  const title = `${heading} ${snapshot.number ?? texts.draft}`;
  return `<!doctype html>
<html lang="${escapeHtml(documentLocale(language))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${fontCss}${pageStyle(look.paper, look.accent)}${invoiceStyle}</style>
</head>
<body><main class="sheet">
${sellerPart(snapshot.seller)}
<div class="title"><h1>${escapeHtml(heading)}</h1>${snapshot.number === null ? `<span class="badge">${escapeHtml(texts.draft)}</span>` : ''}</div>
${factsPart(snapshot)}
${linesPart(snapshot)}
${totalsPart(snapshot)}
${notesPart(snapshot)}
${footPart(snapshot)}
</main></body>
</html>`;
}

function sellerPart(seller: SellerParty): string {
  const contact = [seller.address, seller.email, seller.phone].filter(Boolean).join('\n');
  return `<header><div class="seller"><strong>${escapeHtml(seller.name)}</strong>${
    seller.trade ? `<div class="faint">${escapeHtml(seller.trade)}</div>` : ''
  }</div><div class="address faint lines">${escapeHtml(contact)}</div></header>`;
}
