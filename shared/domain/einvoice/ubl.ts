import { amountText } from './decimal.ts';
import type { EInvoice, ELine, EParty, EPayment, ESeller, ETax } from './model.ts';
import { el, leaf, type XmlPart, xmlText } from './xml.ts';

const schema = 'urn:oasis:names:specification:ubl:schema:xsd';

/** Which rules a UBL document says it follows (BT-24, BT-23). */
export interface UblProfile {
  readonly customization: string;
  readonly process: string | null;
  /** What XRechnung asks for beyond the standard. */
  readonly german: boolean;
}

export const coreUbl: UblProfile = {
  customization: 'urn:cen.eu:en16931:2017',
  process: null,
  german: false,
};

/** XRechnung 3.0 in its UBL syntax. */
export const xrechnungUbl: UblProfile = {
  customization: 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0',
  process: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0',
  german: true,
};

/** The invoice or credit note in UBL 2.1 (EN 16931-3-2), elements in the order of its schema. */
export function ublText(invoice: EInvoice, profile: UblProfile): string {
  const { type, currency, net, tax, gross, preceding, accounting } = invoice;
  const credit = type === '381';
  const root = credit ? 'CreditNote' : 'Invoice';
  const amount = (name: string, minor: number) =>
    leaf(name, amountText(minor, currency), { currencyID: currency });
  const namespaces = {
    xmlns: `${schema}:${root}-2`,
    'xmlns:cac': `${schema}:CommonAggregateComponents-2`,
    'xmlns:cbc': `${schema}:CommonBasicComponents-2`,
  };
  return xmlText(
    root,
    namespaces,
    leaf('cbc:CustomizationID', profile.customization),
    leaf('cbc:ProfileID', profile.process),
    leaf('cbc:ID', invoice.number),
    leaf('cbc:IssueDate', invoice.issueDate),
    credit ? null : leaf('cbc:DueDate', invoice.dueDate),
    leaf(credit ? 'cbc:CreditNoteTypeCode' : 'cbc:InvoiceTypeCode', type),
    leaf('cbc:Note', invoice.note),
    leaf('cbc:DocumentCurrencyCode', currency),
    leaf('cbc:TaxCurrencyCode', accounting?.currency ?? null),
    leaf('cbc:BuyerReference', invoice.buyerReference),
    el('cac:InvoicePeriod', leaf('cbc:StartDate', invoice.periodFrom), leaf('cbc:EndDate', invoice.periodTo)),
    el('cac:OrderReference', leaf('cbc:ID', invoice.orderReference)),
    preceding &&
      el(
        'cac:BillingReference',
        el(
          'cac:InvoiceDocumentReference',
          leaf('cbc:ID', preceding.number),
          leaf('cbc:IssueDate', preceding.issueDate),
        ),
      ),
    el('cac:AccountingSupplierParty', party(invoice.seller, sellerOnly(invoice.seller))),
    el('cac:AccountingCustomerParty', party(invoice.buyer, null)),
    el('cac:Delivery', el('cac:DeliveryLocation', el('cac:Address', delivered(invoice.delivery)))),
    paymentMeans(invoice.payment, credit ? invoice.dueDate : ''),
    el(
      'cac:PaymentTerms',
      leaf('cbc:Note', profile.german ? plainTerms(invoice.payment.terms) : invoice.payment.terms),
    ),
    el(
      'cac:TaxTotal',
      amount('cbc:TaxAmount', tax),
      invoice.taxes.map((total) =>
        el(
          'cac:TaxSubtotal',
          amount('cbc:TaxableAmount', total.net),
          amount('cbc:TaxAmount', total.tax),
          category('cac:TaxCategory', profile.german ? rated(total) : total, total),
        ),
      ),
    ),
    // Without groups by rate: those are in the invoice's currency (BT-111 of EN 16931-3-2).
    accounting &&
      el(
        'cac:TaxTotal',
        leaf('cbc:TaxAmount', amountText(accounting.tax, accounting.currency), {
          currencyID: accounting.currency,
        }),
      ),
    el(
      'cac:LegalMonetaryTotal',
      amount('cbc:LineExtensionAmount', net),
      amount('cbc:TaxExclusiveAmount', net),
      amount('cbc:TaxInclusiveAmount', gross),
      amount('cbc:PayableAmount', gross),
    ),
    invoice.lines.map((line) => lineOf(line, currency, credit)),
  );
}

function lineOf(line: ELine, currency: string, credit: boolean): XmlPart {
  const unit = { unitCode: line.unit };
  return el(
    credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine',
    leaf('cbc:ID', line.id),
    leaf(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', line.quantity, unit),
    leaf('cbc:LineExtensionAmount', amountText(line.net, currency), { currencyID: currency }),
    el('cac:Item', leaf('cbc:Name', line.name), category('cac:ClassifiedTaxCategory', line, null)),
    el(
      'cac:Price',
      leaf('cbc:PriceAmount', line.price, { currencyID: currency }),
      line.baseQuantity === '1' ? null : leaf('cbc:BaseQuantity', line.baseQuantity, unit),
    ),
  );
}

function category(
  name: string,
  { code, percent }: Pick<ETax, 'code' | 'percent'>,
  total: ETax | null,
): XmlPart {
  return el(
    name,
    leaf('cbc:ID', code),
    leaf('cbc:Percent', percent),
    leaf('cbc:TaxExemptionReasonCode', total?.reasonCode ?? null),
    leaf('cbc:TaxExemptionReason', total?.reason ?? null),
    taxScheme('VAT'),
  );
}

/** BR-DE-14 wants a rate for every group, also where nothing is taxable; a line still has none (BR-O-05). */
function rated({ code, percent }: ETax): Pick<ETax, 'code' | 'percent'> {
  return { code, percent: percent ?? '0' };
}

/** XRechnung reads a line that begins with # as a cash discount (BR-DE-18), which free words never are. */
function plainTerms(terms: string): string {
  return terms.replace(/^(?=[^\S\r\n]*#)/gm, '- ');
}

function delivered(to: EInvoice['delivery']): XmlPart {
  return to && [leaf('cbc:CityName', to.city), leaf('cbc:PostalZone', to.postcode), country(to.country)];
}

const taxScheme = (id: string) => el('cac:TaxScheme', leaf('cbc:ID', id));

const country = (code: string) => el('cac:Country', leaf('cbc:IdentificationCode', code));

function sellerOnly({ identifier, registration, taxNumber }: ESeller) {
  return { identifier, registration, taxNumber };
}

function party(
  { name, vatId, endpoint, address, contact }: EParty,
  own: ReturnType<typeof sellerOnly> | null,
) {
  const [street = '', more = '', third = ''] = address.lines;
  return el(
    'cac:Party',
    leaf('cbc:EndpointID', endpoint.id, { schemeID: endpoint.scheme }),
    el('cac:PartyIdentification', leaf('cbc:ID', own?.identifier ?? null)),
    el(
      'cac:PostalAddress',
      leaf('cbc:StreetName', street),
      leaf('cbc:AdditionalStreetName', more),
      leaf('cbc:CityName', address.city),
      leaf('cbc:PostalZone', address.postcode),
      leaf('cbc:CountrySubentity', address.region),
      el('cac:AddressLine', leaf('cbc:Line', third)),
      country(address.country),
    ),
    vatId === '' ? null : el('cac:PartyTaxScheme', leaf('cbc:CompanyID', vatId), taxScheme('VAT')),
    own === null || own.taxNumber === ''
      ? null
      : el('cac:PartyTaxScheme', leaf('cbc:CompanyID', own.taxNumber), taxScheme('FC')),
    el(
      'cac:PartyLegalEntity',
      leaf('cbc:RegistrationName', name),
      leaf('cbc:CompanyID', own?.registration ?? null),
    ),
    el(
      'cac:Contact',
      leaf('cbc:Name', contact.name),
      leaf('cbc:Telephone', contact.phone),
      leaf('cbc:ElectronicMail', contact.email),
    ),
  );
}

/** A credit note of UBL has no due date of its own; it stands with the means of payment. */
function paymentMeans({ means, account, holder, bic, reference }: EPayment, dueDate: string): XmlPart {
  return el(
    'cac:PaymentMeans',
    leaf('cbc:PaymentMeansCode', means),
    leaf('cbc:PaymentDueDate', dueDate),
    leaf('cbc:PaymentID', reference),
    account === ''
      ? null
      : el(
          'cac:PayeeFinancialAccount',
          leaf('cbc:ID', account),
          leaf('cbc:Name', holder),
          el('cac:FinancialInstitutionBranch', leaf('cbc:ID', bic)),
        ),
  );
}
