import type { TaxCategory } from './tax-category.ts';
import { inLanguage, regimeOf } from './tax-regimes/index.ts';

// "Reverse charge" stands on invoices within the Union by article 226(11a) of Directive 2006/112/EC, in the words
// of its language versions; Norwegian and Hindi have no version, their words are those in common use.
const reverseCharge: Readonly<Record<string, string>> = {
  en: 'Reverse charge',
  de: 'Steuerschuldnerschaft des Leistungsempfängers',
  et: 'Pöördmaksustamine',
  nb: 'Omvendt avgiftsplikt',
  hi: 'प्रतिवर्ती प्रभार (Reverse charge)',
  es: 'Inversión del sujeto pasivo',
  fr: 'Autoliquidation',
};

// Article 138 of the same directive.
const intraUnion: Readonly<Record<string, string>> = {
  en: 'Intra-Community supply, exempt under Article 138 of Directive 2006/112/EC',
  de: 'Steuerfreie innergemeinschaftliche Lieferung, Art. 138 der Richtlinie 2006/112/EG',
  et: 'Ühendusesisene käive, direktiivi 2006/112/EÜ artikkel 138',
  nb: 'Fellesskapsintern levering, artikkel 138 i direktiv 2006/112/EF',
  hi: 'अंतर-सामुदायिक आपूर्ति, निर्देश 2006/112/EC का अनुच्छेद 138',
  es: 'Entrega intracomunitaria exenta, artículo 138 de la Directiva 2006/112/CE',
};

const nothingCharged: Readonly<Record<string, string>> = {
  en: 'Not subject to VAT',
  de: 'Nicht umsatzsteuerbar',
  et: 'Ei ole käibemaksuga maksustatav',
  nb: 'Ikke avgiftspliktig',
  hi: 'वैट के अधीन नहीं',
  es: 'No sujeto a IVA',
};

const exported: Readonly<Record<string, string>> = {
  en: 'Export, no VAT charged',
  de: 'Ausfuhr, ohne Umsatzsteuer',
  et: 'Eksport, käibemaksuta',
  nb: 'Eksport, uten merverdiavgift',
  hi: 'निर्यात, बिना वैट',
  es: 'Exportación, sin IVA',
};

// What a country's own words for its scheme come to, in languages that its law has no words in.
const smallBusiness: Readonly<Record<string, string>> = {
  en: 'No VAT charged, scheme for small businesses',
  de: 'Keine Umsatzsteuer, Regelung für Kleinunternehmen',
  et: 'Käibemaksu ei lisata, väikeettevõtete erikord',
  nb: 'Uten merverdiavgift, ordning for små virksomheter',
  hi: 'वैट नहीं लिया गया, लघु व्यवसायों की योजना',
  es: 'Sin IVA, régimen de pequeñas empresas',
};

/** Codes of the VATEX list (BT-121) that mean the same in every member state. */
const unionCodes: Readonly<Partial<Record<TaxCategory, string>>> = {
  reverse_charge: 'VATEX-EU-AE',
  intra_eu: 'VATEX-EU-IC',
  export: 'VATEX-EU-G',
  none: 'VATEX-EU-O',
};

const common: Readonly<Partial<Record<TaxCategory, Readonly<Record<string, string>>>>> = {
  reverse_charge: reverseCharge,
  intra_eu: intraUnion,
  export: exported,
  none: nothingCharged,
};

export interface TaxReason {
  /** What the invoice says (BT-120); empty where only the person can say it. */
  readonly text: string;
  /** A code of the VATEX list (BT-121), or null. */
  readonly code: string | null;
}

/**
 * What an invoice can say about why it charges no tax, for a seller's country (ISO 3166-1) and the document's
 * language. It is what is offered; the person may write something else.
 */
export function taxReason(category: TaxCategory, country: string, language: string): TaxReason {
  const regime = regimeOf(country);
  const code = unionCodes[category] ?? null;
  const texts = common[category];
  if (category === 'small_business' && regime?.smallBusiness)
    return {
      text: inLanguage(regime.smallBusiness, regime.language, language, smallBusiness[language]),
      code: regime.smallBusiness.code,
    };
  if (regime && regime.abroad.category === category)
    return {
      text: inLanguage(regime.abroad.text, regime.language, language, texts?.[language]),
      code: regime.abroad.text.code ?? code,
    };
  return { text: texts?.[language] ?? texts?.en ?? '', code };
}
