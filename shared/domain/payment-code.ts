import { isIban, plainIban } from './bank-account.ts';
import type { InvoiceSnapshot } from './invoice-snapshot.ts';
import { decimalText } from './money-text.ts';

// Members of the Single Euro Payments Area (EPC409-09); an account elsewhere cannot be paid by a SEPA credit transfer.
const sepa = new Set(
  'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(
    ' ',
  ),
);
/** 0.01 to 999,999,999.99 euro, in cents. */
const amounts = { least: 1, most: 99_999_999_999 };
const longest = { name: 70, text: 140, bytes: 331 };

/**
 * What a payment QR code of an invoice holds (EPC069-12, version 002, UTF-8): a SEPA credit transfer that the payer's
 * bank fills in. Null where there can be none: a draft, a credit note, another currency, no IBAN within SEPA, an amount
 * that the guideline does not allow.
 */
export function paymentCode({
  kind,
  number,
  currency,
  seller,
  totals,
  texts,
}: InvoiceSnapshot): string | null {
  const { holder, bic } = seller.account;
  const iban = plainIban(seller.account.iban);
  if (kind !== 'invoice' || number === null || currency !== 'EUR') return null;
  if (!isIban(iban) || !sepa.has(iban.slice(0, 2))) return null;
  if (totals.gross < amounts.least || totals.gross > amounts.most) return null;
  const name = oneLine(holder || seller.name, longest.name);
  const text = oneLine(`${texts.invoice} ${number}`, longest.text);
  const amount = `EUR${decimalText(totals.gross, currency)}`;
  const code = ['BCD', '002', '1', 'SCT', bic, name, iban, amount, '', '', text].join('\n');
  return new TextEncoder().encode(code).length > longest.bytes ? null : code;
}

/** Whole characters, so that none is cut in two. */
function oneLine(text: string, most: number): string {
  return [...text.replace(/\s+/g, ' ').trim()].slice(0, most).join('').trim();
}
