import type { XmlElement } from 'libxml2-wasm';
import { exact, hundred, product, sum } from './exact.ts';
import { namespaces, reading, text } from './parse.ts';

/** Where the amounts of a syntax stand. */
interface Paths {
  readonly line: string;
  readonly quantity: string;
  readonly price: string;
  readonly base: string;
  readonly lineNet: string;
  readonly lineCode: string;
  readonly linePercent: string;
  readonly breakdown: string;
  readonly taxable: string;
  readonly taxed: string;
  readonly code: string;
  readonly percent: string;
  readonly net: string;
  readonly basis: string;
  readonly tax: string;
  readonly gross: string;
  readonly due: string;
}

const total = '//cac:LegalMonetaryTotal';
const ubl: Paths = {
  line: '//cac:InvoiceLine | //cac:CreditNoteLine',
  quantity: 'cbc:InvoicedQuantity | cbc:CreditedQuantity',
  price: 'cac:Price/cbc:PriceAmount',
  base: 'cac:Price/cbc:BaseQuantity',
  lineNet: 'cbc:LineExtensionAmount',
  lineCode: 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID',
  linePercent: 'cac:Item/cac:ClassifiedTaxCategory/cbc:Percent',
  breakdown: '//cac:TaxTotal/cac:TaxSubtotal',
  taxable: 'cbc:TaxableAmount',
  taxed: 'cbc:TaxAmount',
  code: 'cac:TaxCategory/cbc:ID',
  percent: 'cac:TaxCategory/cbc:Percent',
  net: `${total}/cbc:LineExtensionAmount`,
  basis: `${total}/cbc:TaxExclusiveAmount`,
  tax: '//cac:TaxTotal[cac:TaxSubtotal]/cbc:TaxAmount',
  gross: `${total}/cbc:TaxInclusiveAmount`,
  due: `${total}/cbc:PayableAmount`,
};

const header = '//ram:ApplicableHeaderTradeSettlement';
const summation = `${header}/ram:SpecifiedTradeSettlementHeaderMonetarySummation`;
const lineEnd = 'ram:SpecifiedLineTradeSettlement';
const cii: Paths = {
  line: '//ram:IncludedSupplyChainTradeLineItem',
  quantity: 'ram:SpecifiedLineTradeDelivery/ram:BilledQuantity',
  price: 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:ChargeAmount',
  base: 'ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice/ram:BasisQuantity',
  lineNet: `${lineEnd}/ram:SpecifiedTradeSettlementLineMonetarySummation/ram:LineTotalAmount`,
  lineCode: `${lineEnd}/ram:ApplicableTradeTax/ram:CategoryCode`,
  linePercent: `${lineEnd}/ram:ApplicableTradeTax/ram:RateApplicablePercent`,
  breakdown: `${header}/ram:ApplicableTradeTax`,
  taxable: 'ram:BasisAmount',
  taxed: 'ram:CalculatedAmount',
  code: 'ram:CategoryCode',
  percent: 'ram:RateApplicablePercent',
  net: `${summation}/ram:LineTotalAmount`,
  basis: `${summation}/ram:TaxBasisTotalAmount`,
  tax: `${summation}/ram:TaxTotalAmount[@currencyID = //ram:InvoiceCurrencyCode]`,
  gross: `${summation}/ram:GrandTotalAmount`,
  due: `${summation}/ram:DuePayableAmount`,
};

/**
 * Works out every amount of a document anew from its quantities, prices and rates, to the minor unit (the public
 * rules let a difference pass), and says what differs: the net of each line, BR-CO-10, -13, -14, -15, -16 and -17,
 * and BR-S-08 with its sisters for the other categories. `decimals` are those of the currency.
 */
export function sumErrors(xml: string, decimals: number): string[] {
  return reading(xml, (document) => {
    const paths = xml.includes('CrossIndustryInvoice') ? cii : ubl;
    const errors: string[] = [];
    const same = (what: string, is: bigint, should: bigint) => {
      if (is !== should) errors.push(`${what} is ${is}, should be ${should}`);
    };
    const lines = (document.find(paths.line, namespaces) as XmlElement[]).map((line) => {
      const net = exact(text(line, paths.lineNet));
      const worked = product(
        exact(text(line, paths.quantity)),
        exact(text(line, paths.price)),
        exact(text(line, paths.base) ?? '1'),
        decimals,
      );
      same('net of a line', net, worked);
      return { net, key: `${text(line, paths.lineCode)} ${text(line, paths.linePercent)}` };
    });
    const groups = (document.find(paths.breakdown, namespaces) as XmlElement[]).map((group) => {
      const percent = text(group, paths.percent);
      const key = `${text(group, paths.code)} ${percent}`;
      const net = exact(text(group, paths.taxable));
      const tax = exact(text(group, paths.taxed));
      same(`taxable of ${key}`, net, sum(lines.filter((line) => line.key === key).map((line) => line.net)));
      same(`tax of ${key}`, tax, product(net, exact(percent ?? '0'), hundred, decimals));
      return { key, tax };
    });
    for (const { key } of lines) {
      const found = groups.filter((group) => group.key === key).length;
      if (found !== 1) errors.push(`${key} stands in ${found} groups of the breakdown`);
    }
    const net = sum(lines.map((line) => line.net));
    const tax = sum(groups.map((group) => group.tax));
    same('sum of lines', exact(text(document, paths.net)), net);
    same('total without tax', exact(text(document, paths.basis)), net);
    same('tax', exact(text(document, paths.tax)), tax);
    same('total with tax', exact(text(document, paths.gross)), net + tax);
    same('amount due', exact(text(document, paths.due)), net + tax);
    return errors;
  });
}
