import { exponentOf } from '../currencies.ts';
import type { InvoiceSnapshot } from '../invoice-snapshot.ts';
import { isLeitwegId, looksLikeLeitwegId } from '../leitweg-id.ts';
import { toEInvoice } from './from-snapshot.ts';
import type { EInvoice } from './model.ts';

/** What can be made besides the plain PDF. */
export const eFormats = ['facturx', 'xrechnung', 'ubl', 'cii'] as const;
export type EFormat = (typeof eFormats)[number];

type Check = readonly [wrong: boolean, problem: string];

/**
 * What keeps an invoice from being made in these formats, as keys of `errors:invoice.problem`; those that begin with
 * `own` are filled in with the person's details, those with `client` with the client's. Empty when nothing does.
 */
export function einvoiceProblems(snapshot: InvoiceSnapshot, formats: readonly EFormat[]): string[] {
  if (formats.length === 0) return [];
  const invoice = toEInvoice(snapshot);
  const checks = [...common(invoice), ...(formats.includes('xrechnung') ? xrechnung(invoice) : [])];
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem);
}

/** EN 16931: BR-DEC-23 and its like, BR-09, BR-11, BR-CO-26, and what each tax category asks for. */
function common({ currency, accounting, seller, buyer, taxes }: EInvoice): readonly Check[] {
  const used = new Set(taxes.map(({ code }) => code));
  const any = (...codes: string[]) => codes.some((code) => used.has(code));
  const unnamed = seller.vatId === '' && seller.taxNumber === '';
  return [
    [Math.max(exponentOf(currency), exponentOf(accounting?.currency ?? currency)) > 2, 'eCurrency'],
    [seller.address.country === '', 'ownCountry'],
    [buyer.address.country === '', 'clientCountry'],
    [any('AE', 'K', 'G') && seller.vatId === '', 'ownVatId'],
    [any('S', 'Z', 'E') && unnamed, 'ownTaxNumber'],
    [
      seller.vatId === '' && seller.registration === '' && seller.identifier === '' && !any('S', 'Z', 'E'),
      'ownIdentifier',
    ],
    [any('AE', 'K') && buyer.vatId === '', 'clientVatId'],
    [
      taxes.some(({ code, reason, reasonCode }) => !['S', 'Z'].includes(code) && !reason && !reasonCode),
      'taxReason',
    ],
  ];
}

/** XRechnung 3.0: BR-DE-2 to BR-DE-9, BR-DE-15, and the electronic addresses (PEPPOL-EN16931-R010 and -R020). */
function xrechnung({ seller, buyer, buyerReference }: EInvoice): readonly Check[] {
  return [
    [seller.address.city === '', 'ownCity'],
    [seller.address.postcode === '', 'ownPostcode'],
    [seller.contact.phone === '', 'ownPhone'],
    [seller.contact.email === '', 'ownEmail'],
    [buyerReference.trim() === '', 'clientReference'],
    [looksLikeLeitwegId(buyerReference) && !isLeitwegId(buyerReference), 'clientLeitwegId'],
    [buyer.address.city === '', 'clientCity'],
    [buyer.address.postcode === '', 'clientPostcode'],
    [buyer.endpoint.id === '', 'clientEndpoint'],
  ];
}
