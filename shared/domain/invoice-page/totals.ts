import { formatDate } from '../clock-format.ts';
import { escapeHtml } from '../html-text.ts';
import type { TaxTotal } from '../invoice.ts';
import type { DisplayCurrency, DocumentTexts, InvoiceSnapshot } from '../invoice-snapshot.ts';
import { fill, formatAmount, formatRate } from '../invoice-text.ts';
import type { TaxCategory } from '../tax-category.ts';

/** Net, tax by rate, and what is to be paid; for information also in another currency, with the dated rate. */
export function totalsPart(snapshot: InvoiceSnapshot): string {
  const { totals, currency, language, texts, display } = snapshot;
  const amount = (minor: number) => formatAmount(minor, currency, language);
  const label = (total: TaxTotal) => {
    const tax = taxLabel(total, texts, language);
    // Each rate with the amount that it is on (Directive 2006/112/EC, article 226(8)).
    return totals.taxes.length > 1 ? fill(texts.taxOn, { tax, net: amount(total.net) }) : tax;
  };
  return `<dl class="totals">${[
    row(texts.subtotal, amount(totals.net)),
    ...totals.taxes.map((total) => row(label(total), amount(total.tax))),
    row(texts.total, amount(totals.gross), 'sum'),
    display === null ? '' : displayRows(display, snapshot),
  ].join('')}</dl>`;
}

function row(label: string, value: string, name = ''): string {
  return `<div${name && ` class="${name}"`}><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`;
}

function displayRows(display: DisplayCurrency, { texts, language, currency: from }: InvoiceSnapshot): string {
  const { currency: to, rate, date, source, gross, tax } = display;
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 12 });
  const facts = [
    `1\u00a0${from} = ${number.format(rate as `${number}`)}\u00a0${to}`,
    source,
    formatDate(date, language, 'dated'),
  ];
  const taxRow =
    tax === null
      ? ''
      : row(fill(texts.taxInCurrency, { currency: to }), formatAmount(tax, to, language), 'other');
  return `${row(fill(texts.inCurrency, { currency: to }), formatAmount(gross, to, language), 'other')}${taxRow}<div class="rate"><dd>${escapeHtml(facts.filter(Boolean).join(', '))}</dd></div>`;
}

const zeroTexts: Readonly<Record<Exclude<TaxCategory, 'standard' | 'zero'>, keyof DocumentTexts>> = {
  exempt: 'taxExempt',
  small_business: 'taxNotCharged',
  reverse_charge: 'taxReverseCharge',
  intra_eu: 'taxIntraEu',
  export: 'taxExport',
  none: 'taxNotCharged',
};

function taxLabel({ category, rate }: TaxTotal, texts: DocumentTexts, language: string): string {
  if (category !== 'standard' && category !== 'zero') return texts[zeroTexts[category]];
  return `${texts.tax} ${formatRate(category === 'zero' ? 0 : rate, language)}`;
}
