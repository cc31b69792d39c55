import { formatDate, formatDates } from './clock-format.ts';
import type { TaxTotal } from './invoice.ts';
import type { InvoiceSnapshot, SellerParty, SnapshotLine } from './invoice-snapshot.ts';
import { invoiceStyle } from './invoice-style.ts';
import { documentLocale, formatAmount, formatQuantity } from './invoice-text.ts';
import { taxRateScale } from './money.ts';
import { formatScaled } from './money-text.ts';

/** Nothing may load but the fonts that whoever shows the page serves with it; no script may run. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/**
 * The page of an invoice: the preview and the printed document alike. Everything a person wrote is escaped.
 * `fontCss` holds the `@font-face` rules for `Inter`, whose addresses depend on where the page is shown.
 */
export function invoiceHtml(snapshot: InvoiceSnapshot, fontCss = ''): string {
  const { texts, language } = snapshot;
  const heading = snapshot.kind === 'credit_note' ? texts.creditNote : texts.invoice;
  const title = `${heading} ${snapshot.number ?? texts.draft}`;
  return `<!doctype html>
<html lang="${escapeHtml(documentLocale(language))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeHtml(title)}</title>
<style>${fontCss}${invoiceStyle}</style>
</head>
<body><main class="sheet">
${sellerPart(snapshot.seller)}
<div class="title"><h1>${escapeHtml(heading)}</h1>${snapshot.number === null ? `<span class="badge">${escapeHtml(texts.draft)}</span>` : ''}</div>
${factsPart(snapshot)}
${linesPart(snapshot)}
${totalsPart(snapshot)}
${notePart(snapshot.note)}${notePart(snapshot.taxNote)}
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

function factsPart(snapshot: InvoiceSnapshot): string {
  const { buyer, number, texts, issueDate, language } = snapshot;
  const vat = buyer.vatId ? `${texts.vatId} ${buyer.vatId}` : '';
  const address = [buyer.contact, buyer.address, vat].filter(Boolean).join('\n');
  return `<dl class="facts">
<div><dt>${escapeHtml(texts.billedTo)}</dt><dd><strong>${escapeHtml(buyer.name)}</strong><div class="lines">${escapeHtml(address)}</div></dd></div>
<div><dt>${escapeHtml(texts.number)}</dt><dd>${escapeHtml(number ?? texts.setOnIssue)}</dd></div>
<div><dt>${escapeHtml(texts.issued)}</dt><dd>${escapeHtml(formatDate(issueDate, language, 'dated'))}</dd></div>
${lastFact(snapshot)}
</dl>`;
}

/** When an invoice is due; of a credit note, what it corrects. */
function lastFact({ corrects, texts, dueDate, language }: InvoiceSnapshot): string {
  const day = (date: string) => escapeHtml(formatDate(date, language, 'dated'));
  return corrects === null
    ? `<div><dt>${escapeHtml(texts.due)}</dt><dd><strong>${day(dueDate)}</strong></dd></div>`
    : `<div><dt>${escapeHtml(texts.correctsInvoice)}</dt><dd><strong>${escapeHtml(corrects.number)}</strong><div>${day(corrects.issueDate)}</div></dd></div>`;
}

function linesPart(snapshot: InvoiceSnapshot): string {
  const { texts, periodFrom, periodTo, language, lines } = snapshot;
  const rows = lines.map((line) => lineRow(line, snapshot)).join('\n');
  return `<table><thead><tr><th scope="col">${escapeHtml(formatDates(periodFrom, periodTo, language))}</th><th scope="col">${escapeHtml(texts.quantity)}</th><th scope="col">${escapeHtml(texts.rate)}</th><th scope="col">${escapeHtml(texts.amount)}</th></tr></thead>
<tbody>
${rows}
</tbody></table>`;
}

function lineRow(line: SnapshotLine, { currency, language, texts }: InvoiceSnapshot): string {
  const cells = [
    line.text,
    formatQuantity(line, language, texts),
    formatAmount(line.unit, currency, language),
    formatAmount(line.net, currency, language),
  ];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}

function totalsPart({ totals, currency, language, texts }: InvoiceSnapshot): string {
  const row = (label: string, amount: number, sum = false) =>
    `<div${sum ? ' class="sum"' : ''}><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(formatAmount(amount, currency, language))}</dd></div>`;
  const label = (total: TaxTotal) =>
    total.category === 'standard'
      ? `${texts.tax} ${formatScaled(total.rate, taxRateScale, documentLocale(language))}${language === 'de' ? '\u00a0' : ''}%`
      : texts.taxNotCharged;
  return `<dl class="totals">${[
    row(texts.subtotal, totals.net),
    ...totals.taxes.map((total) => row(label(total), total.tax)),
    row(texts.total, totals.gross, true),
  ].join('')}</dl>`;
}

function notePart(note: string): string {
  return note.trim() ? `<p class="note lines">${escapeHtml(note.trim())}</p>` : '';
}

function footPart({ kind, seller, number, texts }: InvoiceSnapshot): string {
  const part = (title: string, text: string) =>
    text
      ? `<section><h2>${escapeHtml(title)}</h2><p class="lines">${escapeHtml(text)}</p></section>`
      : '<span></span>';
  const ids = [
    seller.vatId && `${texts.vatId} ${seller.vatId}`,
    seller.taxNumber && `${texts.taxNumber} ${seller.taxNumber}`,
  ].filter(Boolean);
  return `<footer><div class="foot">${part(texts.payTo, kind === 'invoice' ? seller.paymentDetails : '')}${part(texts.reference, number ?? texts.invoiceNumber)}${
    ids.length > 0 ? `<section><p class="lines">${escapeHtml(ids.join('\n'))}</p></section>` : ''
  }</div></footer>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
