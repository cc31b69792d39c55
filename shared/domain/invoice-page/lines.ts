import { formatDates } from '../clock-format.ts';
import { escapeHtml } from '../html-text.ts';
import type { InvoiceSnapshot, SnapshotLine } from '../invoice-snapshot.ts';
import { formatAmount, formatQuantity, formatRate } from '../invoice-text.ts';

/** The table of lines; its head is repeated on every page. Where taxes differ, each line says its own. */
export function linesPart(snapshot: InvoiceSnapshot): string {
  const { texts, periodFrom, periodTo, language, lines, totals } = snapshot;
  const mixed = totals.taxes.length > 1;
  const head = [texts.quantity, texts.rate, ...(mixed ? [texts.tax] : []), texts.amount];
  const period = formatDates(periodFrom, periodTo, language);
  return `<table><thead><tr>${[period, ...head].map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('')}</tr></thead>
<tbody>
${lines.map((line) => lineRow(line, snapshot, mixed)).join('\n')}
</tbody></table>`;
}

function lineRow(line: SnapshotLine, snapshot: InvoiceSnapshot, mixed: boolean): string {
  const { currency, language, texts } = snapshot;
  const cells = [
    line.text,
    formatQuantity(line, language, texts),
    // A share has no price of its own.
    line.percent === null ? formatAmount(line.unit, currency, language) : '–',
    ...(mixed ? [line.tax.category === 'standard' ? formatRate(line.tax.rate, language) : '–'] : []),
    formatAmount(line.net, currency, language),
  ];
  return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
}
