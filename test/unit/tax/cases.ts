import type { Tax } from '#shared/domain/tax-category.ts';
import type { TaxParty } from '#shared/domain/tax-proposal.ts';

export interface TaxCase {
  readonly name: string;
  /** Where the figures and words stand. */
  readonly source: string;
  readonly currency: string;
  readonly lines: readonly { readonly net: number; readonly tax: Tax }[];
  /** By category and rate, the highest rate of a category first. */
  readonly taxes: readonly (readonly [category: string, rate: number, net: number, tax: number])[];
  readonly gross: number;
}

const at = (net: number, rate: number) => ({ net, tax: { category: 'standard', rate } as Tax });
const free = (net: number, category: Tax['category']) => ({ net, tax: { category, rate: 0 } as Tax });

/** Sums as published examples give them, in minor units. */
export const sums: readonly TaxCase[] = [
  {
    name: 'DE: two lines at the reduced rate',
    source: 'XRechnung test suite, business case 01.01a',
    currency: 'EUR',
    lines: [at(28879, 7000), at(2607, 7000)],
    taxes: [['standard', 7000, 31486, 2204]],
    gross: 33690,
  },
  {
    name: 'NO: two rates, an exempt return, a discount and freight; half a øre goes away from zero',
    source: 'CEN/TC 434, ubl-tc434-example2 (discount and freight of the document as lines)',
    currency: 'NOK',
    lines: [
      at(127300, 25000),
      at(-396, 15000),
      at(496, 15000),
      free(-2500, 'exempt'),
      at(18750, 25000),
      at(-10000, 25000),
      at(10000, 25000),
    ],
    taxes: [
      ['exempt', 0, -2500, 0],
      ['standard', 25000, 146050, 36513],
      ['standard', 15000, 100, 15],
    ],
    gross: 180178,
  },
  {
    name: 'BE: a credit note without tax',
    source: 'CEN/TC 434, ubl-tc434-creditnote1',
    currency: 'EUR',
    lines: [free(10011, 'exempt')],
    taxes: [['exempt', 0, 10011, 0]],
    gross: 10011,
  },
  {
    name: 'ES: the three rates on one invoice',
    source: 'Ley 37/1992, art. 90 and 91: 21, 10 and 4 %',
    currency: 'EUR',
    lines: [at(10000, 21000), at(10000, 10000), at(10000, 4000)],
    taxes: [
      ['standard', 21000, 10000, 2100],
      ['standard', 10000, 10000, 1000],
      ['standard', 4000, 10000, 400],
    ],
    gross: 33500,
  },
  {
    name: 'EE: the rate of July 2025',
    source: 'KMS § 15 lg 1: 24 %',
    currency: 'EUR',
    lines: [at(10000, 24000)],
    taxes: [['standard', 24000, 10000, 2400]],
    gross: 12400,
  },
  {
    name: 'FR: exempt under the franchise',
    source: 'CGI, art. 293 B and 293 E',
    currency: 'EUR',
    lines: [free(45000, 'small_business')],
    taxes: [['small_business', 0, 45000, 0]],
    gross: 45000,
  },
  {
    name: 'IN: 18 %, and nothing on what is exported',
    source: 'Notification 11/2017-Central Tax (Rate), IGST Act 2017 s. 16',
    currency: 'INR',
    lines: [at(10_000_000, 18000), free(5_000_000, 'export')],
    taxes: [
      ['export', 0, 5_000_000, 0],
      ['standard', 18000, 10_000_000, 1_800_000],
    ],
    gross: 16_800_000,
  },
  {
    name: 'GB: standard and reduced rate; a penny’s fraction is rounded once, on the sum',
    source: 'VAT Act 1994, s. 2 and 29A; EN 16931 BR-CO-17',
    currency: 'GBP',
    lines: [at(333, 20000), at(333, 20000), at(333, 20000), at(1010, 5000)],
    taxes: [
      ['standard', 20000, 999, 200],
      ['standard', 5000, 1010, 51],
    ],
    gross: 2260,
  },
  {
    name: 'US: no tax at all',
    source: 'no federal value added tax',
    currency: 'USD',
    lines: [free(123456, 'none')],
    taxes: [['none', 0, 123456, 0]],
    gross: 123456,
  },
];

export interface WordCase {
  readonly name: string;
  readonly source: string;
  readonly seller: TaxParty & { readonly smallBusiness: boolean };
  readonly buyer: TaxParty;
  readonly language: string;
  readonly category: Tax['category'];
  readonly rate: number;
  /** What the invoice says; empty when it charges tax. */
  readonly words: string;
  readonly code: string | null;
}

const small = (country: string, vatId = '') => ({ country, vatId, smallBusiness: true });
const seller = (country: string, vatId: string) => ({ country, vatId, smallBusiness: false });
const buyer = (country: string, vatId = '') => ({ country, vatId });
const charged = (rate: number) => ({ category: 'standard', rate, words: '', code: null }) as const;

/** What is proposed for services between two parties, and the words for it. */
export const words: readonly WordCase[] = [
  {
    name: 'DE, small business at home',
    source: '§ 34a Satz 1 Nr. 5 UStDV',
    seller: small('DE'),
    buyer: buyer('DE'),
    language: 'de',
    category: 'small_business',
    rate: 0,
    words: 'Steuerfrei nach § 19 UStG (Kleinunternehmer)',
    code: null,
  },
  {
    name: 'DE to EE, both registered',
    source: '§ 14a Abs. 1 UStG, in the words of Directive 2006/112/EC, art. 226(11a)',
    seller: seller('DE', 'DE136695976'),
    buyer: buyer('EE', 'EE100931558'),
    language: 'de',
    category: 'reverse_charge',
    rate: 0,
    words: 'Steuerschuldnerschaft des Leistungsempfängers',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'EE to DE, both registered, in Estonian',
    source: 'Directive 2006/112/EC, art. 226(11a), Estonian version',
    seller: seller('EE', 'EE100931558'),
    buyer: buyer('DE', 'DE136695976'),
    language: 'et',
    category: 'reverse_charge',
    rate: 0,
    words: 'Pöördmaksustamine',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'ES to FR, both registered, in Spanish',
    source: 'Real Decreto 1619/2012, art. 6.1.m',
    seller: seller('ES', 'ES54362315K'),
    buyer: buyer('FR', 'FR40303265045'),
    language: 'es',
    category: 'reverse_charge',
    rate: 0,
    words: 'Inversión del sujeto pasivo',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'DE, small business, to a business in EE: § 19 UStG is about what is taxable at home',
    source: '§ 19 Abs. 1, § 3a Abs. 2 and § 14a Abs. 1 UStG',
    seller: small('DE', 'DE136695976'),
    buyer: buyer('EE', 'EE100931558'),
    language: 'de',
    category: 'reverse_charge',
    rate: 0,
    words: 'Steuerschuldnerschaft des Leistungsempfängers',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'DE, small business that has no VAT ID yet, to a business in FR',
    source: '§ 27a Abs. 1 UStG',
    seller: small('DE'),
    buyer: buyer('FR', 'FR40303265045'),
    language: 'de',
    category: 'reverse_charge',
    rate: 0,
    words: 'Steuerschuldnerschaft des Leistungsempfängers',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'DE, small business, to a consumer in FR',
    source: '§ 3a Abs. 1 and § 19 Abs. 1 UStG',
    seller: small('DE'),
    buyer: buyer('FR'),
    language: 'de',
    category: 'small_business',
    rate: 0,
    words: 'Steuerfrei nach § 19 UStG (Kleinunternehmer)',
    code: null,
  },
  {
    name: 'DE, small business, to the US: the place is abroad',
    source: '§ 3a Abs. 2 UStG',
    seller: small('DE'),
    buyer: buyer('US'),
    language: 'de',
    category: 'none',
    rate: 0,
    words: 'Nicht im Inland steuerbare Leistung',
    code: 'VATEX-EU-O',
  },
  {
    name: 'FR, franchise, to a business in ES',
    source: 'CGI, art. 259, 283-2 and 286 ter',
    seller: small('FR', 'FR40303265045'),
    buyer: buyer('ES', 'ES54362315K'),
    language: 'es',
    category: 'reverse_charge',
    rate: 0,
    words: 'Inversión del sujeto pasivo',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'EE, not registered, to a business in DE',
    source: 'KMS § 10 lg 5; Directive 2006/112/EC, art. 44, 196 and 214(1)(e)',
    seller: small('EE'),
    buyer: buyer('DE', 'DE136695976'),
    language: 'de',
    category: 'reverse_charge',
    rate: 0,
    words: 'Steuerschuldnerschaft des Leistungsempfängers',
    code: 'VATEX-EU-AE',
  },
  {
    name: 'GB, not registered, to DE',
    source: 'section 7A(2)(a) VAT Act 1994',
    seller: small('GB'),
    buyer: buyer('DE', 'DE136695976'),
    language: 'en',
    category: 'none',
    rate: 0,
    words: 'Outside the scope of UK VAT',
    code: 'VATEX-EU-O',
  },
  {
    name: 'NO, not registered, to DE: only who is registered exports free of tax',
    source: 'mval. § 2-1 and § 6-22',
    seller: small('NO'),
    buyer: buyer('DE', 'DE136695976'),
    language: 'nb',
    category: 'small_business',
    rate: 0,
    words: 'Ikke registrert i Merverdiavgiftsregisteret',
    code: null,
  },
  {
    name: 'FR, franchise at home',
    source: 'CGI, art. 293 E',
    seller: small('FR'),
    buyer: buyer('FR'),
    language: 'fr',
    category: 'small_business',
    rate: 0,
    words: 'TVA non applicable, art. 293 B du CGI',
    code: 'VATEX-FR-FRANCHISE',
  },
  {
    name: 'FR, franchise at home, invoice in English: the law’s words stay',
    source: 'CGI, art. 293 E',
    seller: small('FR'),
    buyer: buyer('FR'),
    language: 'en',
    category: 'small_business',
    rate: 0,
    words:
      'TVA non applicable, art. 293 B du CGI – VAT not applicable, article 293 B of the French tax code (CGI)',
    code: 'VATEX-FR-FRANCHISE',
  },
  {
    name: 'EE to a person in ES without a number: the seller’s own rate',
    source: 'Directive 2006/112/EC, art. 45; KMS § 15 lg 1',
    seller: seller('EE', 'EE100931558'),
    buyer: buyer('ES'),
    language: 'en',
    ...charged(24000),
  },
  {
    name: 'ES at home',
    source: 'Ley 37/1992, art. 90',
    seller: seller('ES', 'ES54362315K'),
    buyer: buyer('ES', 'ESB58378431'),
    language: 'es',
    ...charged(21000),
  },
  {
    name: 'NO at home',
    source: 'Stortingets vedtak om merverdiavgift § 2',
    seller: seller('NO', 'NO995525828MVA'),
    buyer: buyer('NO'),
    language: 'nb',
    ...charged(25000),
  },
  {
    name: 'NO to DE',
    source: 'mval. § 6-22',
    seller: seller('NO', 'NO995525828MVA'),
    buyer: buyer('DE', 'DE136695976'),
    language: 'nb',
    category: 'export',
    rate: 0,
    words: 'Fritatt for merverdiavgift, mval. § 6-22',
    code: 'VATEX-EU-G',
  },
  {
    name: 'IN to US',
    source: 'CGST Rules 2017, rule 46',
    seller: seller('IN', '27AAPFU0939F1ZV'),
    buyer: buyer('US'),
    language: 'en',
    category: 'export',
    rate: 0,
    words: 'SUPPLY MEANT FOR EXPORT UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX',
    code: 'VATEX-EU-G',
  },
  {
    name: 'GB to EE',
    source: 'VAT Act 1994, s. 7A(2)(a)',
    seller: seller('GB', 'GB980780684'),
    buyer: buyer('EE', 'EE100931558'),
    language: 'en',
    category: 'none',
    rate: 0,
    words: 'Outside the scope of UK VAT',
    code: 'VATEX-EU-O',
  },
  {
    name: 'DE to US',
    source: '§ 3a Abs. 2 UStG',
    seller: seller('DE', 'DE136695976'),
    buyer: buyer('US'),
    language: 'en',
    category: 'none',
    rate: 0,
    words: 'Nicht im Inland steuerbare Leistung – Not taxable in Germany (place of supply is abroad)',
    code: 'VATEX-EU-O',
  },
  {
    name: 'US to anybody',
    source: 'no federal value added tax',
    seller: seller('US', ''),
    buyer: buyer('DE', 'DE136695976'),
    language: 'en',
    category: 'none',
    rate: 0,
    words: 'No sales tax is charged',
    code: 'VATEX-EU-O',
  },
];
