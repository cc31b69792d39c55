/** Why a line bears the tax it bears. */
export const allTaxCategories = [
  'standard',
  'zero',
  'exempt',
  'small_business',
  'reverse_charge',
  'intra_eu',
  'export',
  'none',
] as const;

/**
 * `standard` is any rate above zero. `zero` is taxed at nothing, `exempt` is freed from tax by a rule that the
 * invoice names, `small_business` by the scheme for small businesses. `reverse_charge` leaves the tax to the
 * buyer, `intra_eu` are goods sent to a business in another member state, `export` leaves the tax area, and
 * `none` lies outside any such tax.
 */
export type TaxCategory = (typeof allTaxCategories)[number];

export interface Tax {
  readonly category: TaxCategory;
  /** Thousandths of a percent; 0 unless `standard`. */
  readonly rate: number;
}

/** Codes of UNCL 5305 as EN 16931 takes them for BT-151 and BT-118. */
export const taxCodes: Readonly<Record<TaxCategory, string>> = {
  standard: 'S',
  zero: 'Z',
  exempt: 'E',
  small_business: 'E',
  reverse_charge: 'AE',
  intra_eu: 'K',
  export: 'G',
  none: 'O',
};

/** The invoice must say why no tax is charged (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10, BR-O-10). */
export function needsReason(category: TaxCategory): boolean {
  return category !== 'standard' && category !== 'zero';
}
