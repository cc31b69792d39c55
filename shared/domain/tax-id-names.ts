import type { DocumentTexts } from './invoice-snapshot.ts';

export type TaxIdNames = Pick<DocumentTexts, 'vatId' | 'taxNumber'>;

/** Numbers go by the name that they have at home, whatever the language of the document. */
const own: Readonly<Record<string, Partial<TaxIdNames>>> = {
  EE: { vatId: 'KMKR' },
  ES: { vatId: 'NIF-IVA', taxNumber: 'NIF' },
  IN: { vatId: 'GSTIN', taxNumber: 'PAN' },
};

/**
 * What the tax numbers of a party are called.
 * @param country ISO 3166-1 of the party, or empty.
 * @param texts what they are called in the language of the document.
 */
export function taxIdNames(country: string, { vatId, taxNumber }: TaxIdNames): TaxIdNames {
  return { vatId, taxNumber, ...own[country.toUpperCase()] };
}
