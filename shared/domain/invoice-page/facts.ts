import { formatDate } from '../clock-format.ts';
import { escapeHtml } from '../html-text.ts';
import type { InvoiceSnapshot } from '../invoice-snapshot.ts';
import { taxIdNames } from '../tax-id-names.ts';

/** Who is billed, and what the document is: number, dates, and what the buyer wants quoted. */
export function factsPart(snapshot: InvoiceSnapshot): string {
  const { buyer, number, texts, issueDate, language, orderReference } = snapshot;
  const names = taxIdNames(buyer.postal.country, texts);
  const vat = buyer.vatId ? `${names.vatId} ${buyer.vatId}` : '';
  const address = [buyer.contact, buyer.address, vat].filter(Boolean).join('\n');
  const quoted = [
    [texts.order, orderReference],
    [texts.buyerReference, buyer.reference],
  ] as const;
  return `<dl class="facts">
<div class="buyer"><dt>${escapeHtml(texts.billedTo)}</dt><dd><strong>${escapeHtml(buyer.name)}</strong><div class="lines">${escapeHtml(address)}</div></dd></div>
<div><dt>${escapeHtml(texts.number)}</dt><dd>${escapeHtml(number ?? texts.setOnIssue)}</dd></div>
<div><dt>${escapeHtml(texts.issued)}</dt><dd>${escapeHtml(formatDate(issueDate, language, 'dated'))}</dd></div>
${lastFact(snapshot)}${quoted.map(([label, value]) => quotedFact(label, value)).join('')}
</dl>`;
}

/** When an invoice is due; of a credit note, what it corrects. */
function lastFact({ corrects, texts, dueDate, language }: InvoiceSnapshot): string {
  const day = (date: string) => escapeHtml(formatDate(date, language, 'dated'));
  return corrects === null
    ? `<div><dt>${escapeHtml(texts.due)}</dt><dd><strong>${day(dueDate)}</strong></dd></div>`
    : `<div><dt>${escapeHtml(texts.correctsInvoice)}</dt><dd><strong>${escapeHtml(corrects.number)}</strong><div>${day(corrects.issueDate)}</div></dd></div>`;
}

function quotedFact(label: string, value: string): string {
  const text = value.trim();
  return text ? `\n<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd></div>` : '';
}
