import { dateFinder } from './date-finder.ts';
import type { InvoiceSnapshot, SnapshotEntry, SnapshotLine } from './invoice-snapshot.ts';
import { largestNet } from './line-net.ts';
import { needsReason } from './tax-category.ts';
import { taxProblems } from './tax-check.ts';

const week = 7 * 24 * 3600;

/** What is still missing before this may be issued; keys of `billing:problem`. Empty when it may. */
export function snapshotProblems(snapshot: InvoiceSnapshot): string[] {
  const { kind, seller, buyer, lines, totals, taxNote, issueDate, dueDate, display } = snapshot;
  const smallBusiness = lines.some((line) => line.tax.category === 'small_business');
  const checks: readonly [missing: boolean, problem: string][] = [
    [lines.length === 0, 'noLines'],
    [lines.some(isEmpty), 'emptyLine'],
    [lines.some(hasAbsurdTime), 'absurdTime'],
    [
      lines.some(({ unit, net }) => isAbsurd(unit) || isAbsurd(net)) ||
        // Beyond what is counted exactly, the other currency would not be the nearest amount.
        !Number.isSafeInteger(display?.gross ?? 0),
      'absurdAmount',
    ],
    [lines.some(({ entries }) => entries.some(isAfter(issueDate))), 'dateBeforeWork'],
    [dueDate < issueDate, 'dueBeforeIssue'],
    [display !== null && display.date > issueDate, 'rateAfterIssue'],
    [totals.gross < 0, 'negative'],
    [blank(seller.name), 'ownName'],
    [blank(seller.address), 'ownAddress'],
    [kind === 'invoice' && blank(seller.paymentDetails), 'ownPayment'],
    [smallBusiness && blank(taxNote), 'ownTaxNote'],
    [blank(buyer.name), 'clientName'],
    [blank(buyer.address), 'clientAddress'],
  ];
  const found = checks.filter(([missing]) => missing).map(([, problem]) => problem);
  return kind === 'invoice' ? [...found, ...taxed(snapshot)] : found;
}

/** What about its tax cannot stand, and whether it says why it charges none. */
function taxed({ seller, buyer, lines, taxReasons }: InvoiceSnapshot): string[] {
  const silent = lines.some(
    ({ tax }) =>
      tax.category !== 'small_business' &&
      needsReason(tax.category) &&
      !taxReasons.some((reason) => reason.category === tax.category),
  );
  const problems = taxProblems(lines, {
    sellerCountry: seller.postal.country,
    sellerVatId: seller.vatId,
    sellerTaxNumber: seller.taxNumber,
    buyerVatId: buyer.vatId,
  });
  return silent ? [...problems, 'taxReason'] : problems;
}

/** Work by the hour that has all been taken off. */
function isEmpty({ kind, detail, rawSeconds }: SnapshotLine): boolean {
  return (kind === 'time' || (kind === 'hours' && detail === null)) && rawSeconds === 0;
}

/** A week in one piece, and time that runs backwards, are mistakes. */
function hasAbsurdTime({ seconds, rawSeconds, entries }: SnapshotLine): boolean {
  const wrong = (value: number | null) => value !== null && value < 0;
  return (
    wrong(seconds) ||
    wrong(rawSeconds) ||
    entries.some((entry) => entry.rawSeconds < 0 || entry.rawSeconds > week)
  );
}

function isAbsurd(amount: number): boolean {
  return Math.abs(amount) > largestNet;
}

/** Work is billed when it is done, in the zone that it was done in. */
function isAfter(issueDate: string): (entry: SnapshotEntry) => boolean {
  const date = dateFinder();
  return ({ startedAt, zone }) => date(startedAt, zone) > issueDate;
}

function blank(text: string): boolean {
  return text.trim() === '';
}
