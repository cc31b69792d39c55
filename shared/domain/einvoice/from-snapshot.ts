import { quantityScale } from '../invoice.ts';
import type { BuyerParty, InvoiceSnapshot, SellerParty } from '../invoice-snapshot.ts';
import type { PostalAddress } from '../postal.ts';
import { needsReason, type Tax, taxCodes } from '../tax-category.ts';
import { taxReason } from '../tax-texts.ts';
import { prefixedVatId } from '../vat-prefix.ts';
import { shortText } from './decimal.ts';
import type { EAddress, EInvoice, EPayment, ESeller, ETax } from './model.ts';
import { pricedLine } from './priced.ts';

/** Thousandths of a percent. */
const rateScale = quantityScale;

/** What an invoice says, in the terms of EN 16931. Nothing is worked out anew: every amount is the invoice's own. */
export function toEInvoice(snapshot: InvoiceSnapshot): EInvoice {
  const { currency, totals, corrects, buyer, display } = snapshot;
  const untaxable = snapshot.lines.some(({ tax }) => tax.category === 'none');
  const goods = snapshot.lines.some(({ tax }) => tax.category === 'intra_eu');
  return {
    type: snapshot.kind === 'credit_note' ? '381' : '380',
    number: snapshot.number ?? '',
    issueDate: snapshot.issueDate,
    dueDate: snapshot.dueDate,
    periodFrom: snapshot.periodFrom,
    periodTo: snapshot.periodTo,
    currency,
    accounting:
      display === null || display.tax === null ? null : { currency: display.currency, tax: display.tax },
    buyerReference: buyer.reference,
    orderReference: snapshot.orderReference,
    note: snapshot.note,
    preceding: corrects && { number: corrects.number, issueDate: corrects.issueDate },
    seller: sellerOf(snapshot.seller, untaxable),
    buyer: {
      name: buyer.name,
      vatId: untaxable ? '' : prefixedVatId(buyer.vatId),
      endpoint: endpointOf(buyer),
      address: addressOf(buyer.postal),
      contact: { name: buyer.contact, phone: '', email: buyer.email },
    },
    delivery: goods ? addressOf(buyer.postal) : null,
    payment: paymentOf(snapshot),
    lines: snapshot.lines.map((line, index) => ({
      id: `${index + 1}`,
      name: line.text,
      ...pricedLine(line, currency),
      net: line.net,
      ...codeOf(line.tax),
    })),
    taxes: breakdown(snapshot),
    net: totals.net,
    tax: totals.tax,
    gross: totals.gross,
  };
}

/** What is not subject to tax stands without a rate, and its invoice without VAT identifiers (BR-O-02, BR-O-05). */
function codeOf({ category, rate }: Tax): { code: string; percent: string | null } {
  return { code: taxCodes[category], percent: category === 'none' ? null : shortText(rate, rateScale) };
}

/** One group for each code and rate: exempt for whatever reason is one group (BR-E-01). */
function breakdown({ totals, taxReasons, seller, language }: InvoiceSnapshot): ETax[] {
  const groups = new Map<string, ETax>();
  for (const { category, rate, net, tax } of totals.taxes) {
    const coded = codeOf({ category, rate });
    const known = taxReason(category, seller.postal.country, language);
    const own = taxReasons.find((reason) => reason.category === category)?.text ?? '';
    const reason = needsReason(category) ? own || known.text : '';
    const reasonCode = needsReason(category) ? (known.code ?? '') : '';
    const key = `${coded.code} ${coded.percent}`;
    const group = groups.get(key);
    groups.set(
      key,
      group === undefined
        ? { ...coded, net, tax, reason, reasonCode }
        : {
            ...group,
            net: group.net + net,
            tax: group.tax + tax,
            reason: [group.reason, reason].filter(Boolean).join('; '),
            reasonCode: group.reasonCode === reasonCode ? reasonCode : '',
          },
    );
  }
  return [...groups.values()];
}

function sellerOf(seller: SellerParty, untaxable: boolean): ESeller {
  const vatId = prefixedVatId(seller.vatId);
  const taxNumber = seller.taxNumber || (vatId === '' ? seller.vatId : '');
  const said = untaxable ? '' : vatId;
  return {
    name: seller.name,
    vatId: said,
    taxNumber,
    registration: seller.registration,
    identifier: said || seller.registration ? '' : taxNumber || vatId,
    endpoint: endpointOf(seller),
    address: addressOf(seller.postal),
    contact: { name: seller.name, phone: seller.phone, email: seller.email },
  };
}

/** Where nothing else is given, e-invoices go to the e-mail address (EAS code EM). */
function endpointOf({ endpoint, email }: SellerParty | BuyerParty): { scheme: string; id: string } {
  if (endpoint.id !== '' && endpoint.scheme !== '') return endpoint;
  return email === '' ? { scheme: '', id: '' } : { scheme: 'EM', id: email };
}

/** Three lines is all there is room for; what comes after them joins the third. */
function addressOf({ street, postcode, city, region, country }: PostalAddress): EAddress {
  const [first = '', second = '', ...rest] = street.split(/\r?\n/).map((line) => line.trim());
  return { lines: [first, second, rest.filter(Boolean).join(', ')], city, postcode, region, country };
}

/** A credit note asks for no money, so that it names no account. */
function paymentOf({ kind, currency, number, seller }: InvoiceSnapshot): EPayment {
  const { iban, holder, bic } = seller.account;
  const reference = number ?? '';
  if (kind === 'credit_note') return { means: '1', account: '', holder: '', bic: '', reference, terms: '' };
  if (iban === '')
    return { means: '1', account: '', holder: '', bic: '', reference, terms: seller.paymentDetails };
  return { means: currency === 'EUR' ? '58' : '30', account: iban, holder, bic, reference, terms: '' };
}
