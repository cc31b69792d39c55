import type { InvoiceSnapshot } from './invoice-snapshot.ts';

/** What is still missing before this may be issued; keys of `billing:problem`. Empty when it may. */
export function snapshotProblems(snapshot: InvoiceSnapshot): string[] {
  const { kind, seller, buyer, lines, totals, taxNote } = snapshot;
  const charges = lines.some((line) => line.tax.category === 'standard' && line.tax.rate > 0);
  const smallBusiness = lines.some((line) => line.tax.category === 'small_business');
  const checks: readonly [missing: boolean, problem: string][] = [
    [lines.length === 0, 'noLines'],
    [lines.some((line) => line.kind === 'time' && line.rawSeconds === 0), 'emptyLine'],
    [totals.gross < 0, 'negative'],
    [blank(seller.name), 'ownName'],
    [blank(seller.address), 'ownAddress'],
    [kind === 'invoice' && blank(seller.paymentDetails), 'ownPayment'],
    [charges && blank(seller.vatId) && blank(seller.taxNumber), 'ownTaxNumber'],
    [smallBusiness && blank(taxNote), 'ownTaxNote'],
    [blank(buyer.name), 'clientName'],
    [blank(buyer.address), 'clientAddress'],
  ];
  return checks.filter(([missing]) => missing).map(([, problem]) => problem);
}

function blank(text: string): boolean {
  return text.trim() === '';
}
