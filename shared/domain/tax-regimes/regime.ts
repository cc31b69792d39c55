/** A rate of a country's value added or goods and services tax. */
export interface RegimeRate {
  /** Thousandths of a percent. */
  readonly rate: number;
  readonly kind: 'standard' | 'reduced';
  /** ISO date from which it holds. */
  readonly since: string;
  /** The law it stands in. */
  readonly source: string;
}

/** Words for an invoice, in the languages that the country's own law or practice gives; `own` always stands. */
export interface RegimeText {
  readonly own: string;
  readonly translations: Readonly<Record<string, string>>;
  readonly source: string;
  /** The law asks for these words or their sense on the invoice. */
  readonly required: boolean;
  /** A code of the VATEX list (BT-121), where there is one. */
  readonly code: string | null;
}

/**
 * What one country says about tax on services. It is where a person starts from: every rate and text can be
 * overwritten, and none of it is legal advice.
 */
export interface TaxRegime {
  /** ISO 3166-1. */
  readonly country: string;
  /** Of its own words. */
  readonly language: string;
  /** What the tax is called on the spot. */
  readonly name: string;
  /** Empty where there is no such tax. The first one is the standard rate. */
  readonly rates: readonly RegimeRate[];
  /** Null where the country has no scheme for small businesses that an invoice would name. */
  readonly smallBusiness: RegimeText | null;
  /** Services to a business outside, other than by reverse charge within the Union. */
  readonly abroad: { readonly category: 'none' | 'export'; readonly text: RegimeText };
}

/** Services whose place is abroad, by the rule that all member states share. */
export function outsideUnion(source: string, own: string, translations: Readonly<Record<string, string>>) {
  const text: RegimeText = { own, translations, source, required: false, code: 'VATEX-EU-O' };
  return { category: 'none', text } as const;
}
