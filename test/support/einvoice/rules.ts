import { namespaces, reading } from './parse.ts';

/** A rule of EN 16931 as a condition that holds in a right document, for each syntax. */
interface Rule {
  readonly id: string;
  readonly ubl: string;
  readonly cii: string;
}

const vatScheme = "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID = 'VAT']/cbc:CompanyID";
const seller = { ubl: '//cac:AccountingSupplierParty/cac:Party', cii: '//ram:SellerTradeParty' };
const buyer = { ubl: '//cac:AccountingCustomerParty/cac:Party', cii: '//ram:BuyerTradeParty' };
const vat = {
  ubl: (party: { ubl: string }) => `${party.ubl}/${vatScheme}`,
  cii: (party: { cii: string }) => `${party.cii}/ram:SpecifiedTaxRegistration/ram:ID[@schemeID = 'VA']`,
};
const line = {
  ubl: (code: string) => `//cac:Item/cac:ClassifiedTaxCategory[cbc:ID = '${code}']`,
  cii: (code: string) =>
    `//ram:SpecifiedLineTradeSettlement/ram:ApplicableTradeTax[ram:CategoryCode = '${code}']`,
};
const group = {
  ubl: (code: string) => `//cac:TaxSubtotal/cac:TaxCategory[cbc:ID = '${code}']`,
  cii: (code: string) =>
    `//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax[ram:CategoryCode = '${code}']`,
};
const when = (condition: string, holds: string) => `not(${condition}) or (${holds})`;

/** BR-xx-02: who has to be named by number when a line bears the category. */
function ids(prefix: string, code: string, alsoBuyer: boolean): Rule {
  const own = { ubl: vat.ubl(seller), cii: vat.cii(seller) };
  const orNumber = ['S', 'Z', 'E'].includes(code);
  const ubl = orNumber ? `${seller.ubl}/cac:PartyTaxScheme/cbc:CompanyID` : own.ubl;
  const cii = orNumber ? `${seller.cii}/ram:SpecifiedTaxRegistration/ram:ID` : own.cii;
  return {
    id: `${prefix}-02`,
    ubl: when(line.ubl(code), alsoBuyer ? `${ubl} and ${vat.ubl(buyer)}` : ubl),
    cii: when(line.cii(code), alsoBuyer ? `${cii} and ${vat.cii(buyer)}` : cii),
  };
}

/** BR-xx-10: why nothing is charged. */
function reason(prefix: string, code: string): Rule {
  const ubl = `${group.ubl(code)}[cbc:TaxExemptionReason or cbc:TaxExemptionReasonCode]`;
  const cii = `${group.cii(code)}[ram:ExemptionReason or ram:ExemptionReasonCode]`;
  return { id: `${prefix}-10`, ubl: when(line.ubl(code), ubl), cii: when(line.cii(code), cii) };
}

/** BR-xx-05 and -09: no rate above nothing and no tax. */
function untaxed(prefix: string, code: string): Rule {
  return {
    id: `${prefix}-05`,
    ubl: `not(${line.ubl(code)}[cbc:Percent != 0]) and not(//cac:TaxSubtotal[cac:TaxCategory/cbc:ID = '${code}'][cbc:TaxAmount != 0])`,
    cii: `not(${line.cii(code)}[ram:RateApplicablePercent != 0]) and not(${group.cii(code)}[ram:CalculatedAmount != 0])`,
  };
}

const rules: readonly Rule[] = [
  ids('BR-S', 'S', false),
  ids('BR-Z', 'Z', false),
  ids('BR-E', 'E', false),
  ids('BR-AE', 'AE', true),
  ids('BR-IC', 'K', true),
  ids('BR-G', 'G', false),
  ...[
    reason('BR-E', 'E'),
    reason('BR-AE', 'AE'),
    reason('BR-IC', 'K'),
    reason('BR-G', 'G'),
    reason('BR-O', 'O'),
  ],
  ...[
    untaxed('BR-Z', 'Z'),
    untaxed('BR-E', 'E'),
    untaxed('BR-AE', 'AE'),
    untaxed('BR-IC', 'K'),
    untaxed('BR-G', 'G'),
  ],
  {
    id: 'BR-S-05',
    ubl: `not(${line.ubl('S')}[not(cbc:Percent > 0)])`,
    cii: `not(${line.cii('S')}[not(ram:RateApplicablePercent > 0)])`,
  },
  {
    id: 'BR-S-10, BR-Z-10',
    ubl: `not(${group.ubl('S')}[cbc:TaxExemptionReason]) and not(${group.ubl('Z')}[cbc:TaxExemptionReason])`,
    cii: `not(${group.cii('S')}[ram:ExemptionReason]) and not(${group.cii('Z')}[ram:ExemptionReason])`,
  },
  {
    id: 'BR-O-02',
    ubl: when(line.ubl('O'), `not(${vat.ubl(seller)}) and not(${vat.ubl(buyer)})`),
    cii: when(line.cii('O'), `not(${vat.cii(seller)}) and not(${vat.cii(buyer)})`),
  },
  {
    id: 'BR-O-05',
    ubl: `not(${line.ubl('O')}/cbc:Percent) and not(${group.ubl('O')}/cbc:Percent)`,
    cii: `not(${line.cii('O')}/ram:RateApplicablePercent) and not(${group.cii('O')}/ram:RateApplicablePercent)`,
  },
  {
    id: 'BR-O-11',
    ubl: when(group.ubl('O'), 'count(//cac:TaxSubtotal) = 1'),
    cii: when(group.cii('O'), 'count(//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax) = 1'),
  },
  {
    id: 'BR-IC-11, BR-IC-12',
    ubl: when(line.ubl('K'), '//cac:InvoicePeriod and //cac:Delivery//cac:Country/cbc:IdentificationCode'),
    cii: when(line.cii('K'), '//ram:BillingSpecifiedPeriod and //ram:ShipToTradeParty//ram:CountryID'),
  },
  {
    id: 'BR-CO-26',
    ubl: `${seller.ubl}/cac:PartyIdentification/cbc:ID or ${seller.ubl}/cac:PartyLegalEntity/cbc:CompanyID or ${vat.ubl(seller)}`,
    cii: `${seller.cii}/ram:ID or ${seller.cii}/ram:SpecifiedLegalOrganization/ram:ID or ${vat.cii(seller)}`,
  },
  {
    id: 'BR-CO-25',
    ubl: '//cbc:DueDate or //cbc:PaymentDueDate or //cac:PaymentTerms/cbc:Note',
    cii: '//ram:SpecifiedTradePaymentTerms',
  },
  {
    id: 'BR-27',
    ubl: 'not(//cbc:PriceAmount[. < 0])',
    cii: 'not(//ram:NetPriceProductTradePrice/ram:ChargeAmount[. < 0])',
  },
  {
    id: 'BR-50, BR-61',
    ubl: when("//cbc:PaymentMeansCode[. = '30' or . = '58']", '//cac:PayeeFinancialAccount/cbc:ID'),
    cii: when(
      "//ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode[. = '30' or . = '58']",
      '//ram:PayeePartyCreditorFinancialAccount/ram:IBANID',
    ),
  },
  {
    id: 'BR-09, BR-11',
    ubl: `${seller.ubl}/cac:PostalAddress/cac:Country and ${buyer.ubl}/cac:PostalAddress/cac:Country`,
    cii: `${seller.cii}/ram:PostalTradeAddress/ram:CountryID and ${buyer.cii}/ram:PostalTradeAddress/ram:CountryID`,
  },
  {
    id: 'BR-DEC',
    ubl: "not(//*[@currencyID][string-length(substring-after(., '.')) > 2])",
    cii: "not(//*[contains(local-name(), 'Amount')][string-length(substring-after(., '.')) > 2])",
  },
];

/**
 * Which business rules of EN 16931-1 a document breaks, of those that this app's invoices can touch, read from the
 * standard; the sums have a check of their own. The published Schematron is written for another processor.
 */
export function ruleErrors(xml: string): string[] {
  const syntax = xml.includes('CrossIndustryInvoice') ? 'cii' : 'ubl';
  return reading(xml, (document) =>
    rules
      .filter((rule) => document.eval(`boolean(${rule[syntax]})`, namespaces) !== true)
      .map(({ id }) => id),
  );
}
