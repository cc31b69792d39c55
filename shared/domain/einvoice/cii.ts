import { amountText } from './decimal.ts';
import type { EInvoice, ELine, EParty, EPayment, ESeller, ETax } from './model.ts';
import { el, leaf, type XmlElement, type XmlPart, xmlText } from './xml.ts';

const namespaces = {
  'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  'xmlns:qdt': 'urn:un:unece:uncefact:data:standard:QualifiedDataType:100',
  'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
};

/** The whole standard and nothing more; also the profile EN 16931 of Factur-X. */
const guideline = 'urn:cen.eu:en16931:2017';

/** The invoice or credit note as a UN/CEFACT Cross Industry Invoice (EN 16931-3-3), in the order of its schema. */
export function ciiText(invoice: EInvoice): string {
  return xmlText(
    'rsm:CrossIndustryInvoice',
    namespaces,
    el(
      'rsm:ExchangedDocumentContext',
      el('ram:GuidelineSpecifiedDocumentContextParameter', leaf('ram:ID', guideline)),
    ),
    el(
      'rsm:ExchangedDocument',
      leaf('ram:ID', invoice.number),
      leaf('ram:TypeCode', invoice.type),
      dateIn('ram:IssueDateTime', invoice.issueDate),
      el('ram:IncludedNote', leaf('ram:Content', invoice.note)),
    ),
    el(
      'rsm:SupplyChainTradeTransaction',
      invoice.lines.map((line) => lineOf(line, invoice.currency)),
      el(
        'ram:ApplicableHeaderTradeAgreement',
        leaf('ram:BuyerReference', invoice.buyerReference),
        el('ram:SellerTradeParty', sellerParts(invoice.seller)),
        el('ram:BuyerTradeParty', partyParts(invoice.buyer, null, null)),
        el('ram:BuyerOrderReferencedDocument', leaf('ram:IssuerAssignedID', invoice.orderReference)),
      ),
      delivery(invoice.delivery),
      settlement(invoice),
    ),
  );
}

/** The schema wants this element even when there is nothing to say in it. */
function delivery(to: EInvoice['delivery']): XmlElement {
  const place = to && [
    leaf('ram:PostcodeCode', to.postcode),
    leaf('ram:CityName', to.city),
    leaf('ram:CountryID', to.country),
  ];
  const shipTo = el('ram:ShipToTradeParty', el('ram:PostalTradeAddress', place));
  const name = 'ram:ApplicableHeaderTradeDelivery';
  return { name, attributes: {}, content: shipTo === null ? [] : [shipTo] };
}

function settlement(invoice: EInvoice): XmlPart {
  const { currency, payment, net, tax, gross, preceding, accounting } = invoice;
  const amount = (name: string, minor: number, attributes = {}) =>
    leaf(name, amountText(minor, currency), attributes);
  return el(
    'ram:ApplicableHeaderTradeSettlement',
    leaf('ram:PaymentReference', payment.reference),
    leaf('ram:TaxCurrencyCode', accounting?.currency ?? null),
    leaf('ram:InvoiceCurrencyCode', currency),
    paymentMeans(payment),
    invoice.taxes.map((total) =>
      el(
        'ram:ApplicableTradeTax',
        amount('ram:CalculatedAmount', total.tax),
        leaf('ram:TypeCode', 'VAT'),
        leaf('ram:ExemptionReason', total.reason),
        amount('ram:BasisAmount', total.net),
        leaf('ram:CategoryCode', total.code),
        leaf('ram:ExemptionReasonCode', total.reasonCode),
        leaf('ram:RateApplicablePercent', total.percent),
      ),
    ),
    el(
      'ram:BillingSpecifiedPeriod',
      dateIn('ram:StartDateTime', invoice.periodFrom),
      dateIn('ram:EndDateTime', invoice.periodTo),
    ),
    el(
      'ram:SpecifiedTradePaymentTerms',
      leaf('ram:Description', payment.terms),
      dateIn('ram:DueDateDateTime', invoice.dueDate),
    ),
    el(
      'ram:SpecifiedTradeSettlementHeaderMonetarySummation',
      amount('ram:LineTotalAmount', net),
      amount('ram:TaxBasisTotalAmount', net),
      amount('ram:TaxTotalAmount', tax, { currencyID: currency }),
      accounting &&
        leaf('ram:TaxTotalAmount', amountText(accounting.tax, accounting.currency), {
          currencyID: accounting.currency,
        }),
      amount('ram:GrandTotalAmount', gross),
      amount('ram:DuePayableAmount', gross),
    ),
    preceding &&
      el(
        'ram:InvoiceReferencedDocument',
        leaf('ram:IssuerAssignedID', preceding.number),
        formattedDate(preceding.issueDate),
      ),
  );
}

function lineOf(line: ELine, currency: string): XmlPart {
  const unit = { unitCode: line.unit };
  return el(
    'ram:IncludedSupplyChainTradeLineItem',
    el('ram:AssociatedDocumentLineDocument', leaf('ram:LineID', line.id)),
    el('ram:SpecifiedTradeProduct', leaf('ram:Name', line.name)),
    el(
      'ram:SpecifiedLineTradeAgreement',
      el(
        'ram:NetPriceProductTradePrice',
        leaf('ram:ChargeAmount', line.price),
        line.baseQuantity === '1' ? null : leaf('ram:BasisQuantity', line.baseQuantity, unit),
      ),
    ),
    el('ram:SpecifiedLineTradeDelivery', leaf('ram:BilledQuantity', line.quantity, unit)),
    el(
      'ram:SpecifiedLineTradeSettlement',
      el('ram:ApplicableTradeTax', lineTax(line)),
      el(
        'ram:SpecifiedTradeSettlementLineMonetarySummation',
        leaf('ram:LineTotalAmount', amountText(line.net, currency)),
      ),
    ),
  );
}

function lineTax({ code, percent }: Pick<ETax, 'code' | 'percent'>): XmlPart {
  return [
    leaf('ram:TypeCode', 'VAT'),
    leaf('ram:CategoryCode', code),
    leaf('ram:RateApplicablePercent', percent),
  ];
}

function sellerParts(seller: ESeller): XmlPart {
  const organization = el('ram:SpecifiedLegalOrganization', leaf('ram:ID', seller.registration));
  const taxNumber = el('ram:SpecifiedTaxRegistration', leaf('ram:ID', seller.taxNumber, { schemeID: 'FC' }));
  return [leaf('ram:ID', seller.identifier), partyParts(seller, organization, taxNumber)];
}

function partyParts(
  { name, vatId, endpoint, address, contact }: EParty,
  organization: XmlPart,
  more: XmlPart,
) {
  const [street = '', second = '', third = ''] = address.lines;
  return [
    leaf('ram:Name', name),
    organization,
    el(
      'ram:DefinedTradeContact',
      leaf('ram:PersonName', contact.name),
      el('ram:TelephoneUniversalCommunication', leaf('ram:CompleteNumber', contact.phone)),
      el('ram:EmailURIUniversalCommunication', leaf('ram:URIID', contact.email)),
    ),
    el(
      'ram:PostalTradeAddress',
      leaf('ram:PostcodeCode', address.postcode),
      leaf('ram:LineOne', street),
      leaf('ram:LineTwo', second),
      leaf('ram:LineThree', third),
      leaf('ram:CityName', address.city),
      leaf('ram:CountryID', address.country),
      leaf('ram:CountrySubDivisionName', address.region),
    ),
    el('ram:URIUniversalCommunication', leaf('ram:URIID', endpoint.id, { schemeID: endpoint.scheme })),
    el('ram:SpecifiedTaxRegistration', leaf('ram:ID', vatId, { schemeID: 'VA' })),
    more,
  ];
}

function paymentMeans({ means, account, holder, bic }: EPayment): XmlPart {
  return el(
    'ram:SpecifiedTradeSettlementPaymentMeans',
    leaf('ram:TypeCode', means),
    account === ''
      ? null
      : [
          el(
            'ram:PayeePartyCreditorFinancialAccount',
            leaf('ram:IBANID', account),
            leaf('ram:AccountName', holder),
          ),
          el('ram:PayeeSpecifiedCreditorFinancialInstitution', leaf('ram:BICID', bic)),
        ],
  );
}

/** Format 102 of UN/CEFACT 2379: the date's digits alone. */
const digits = (date: string) => date.replaceAll('-', '');

function dateIn(name: string, date: string): XmlPart {
  return el(name, leaf('udt:DateTimeString', digits(date), { format: '102' }));
}

function formattedDate(date: string): XmlPart {
  return el('ram:FormattedIssueDateTime', leaf('qdt:DateTimeString', digits(date), { format: '102' }));
}
