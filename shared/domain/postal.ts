/** Where somebody is, in the parts that programs need; empty text where a part is not given. */
export interface PostalAddress {
  /** Street and number; further lines after line breaks. */
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export const noPostal: PostalAddress = { street: '', postcode: '', city: '', region: '', country: '' };

/** Where the post code stands behind the town, as the universal postal union's guide has it. */
const codeLast = new Set(['AU', 'BR', 'CA', 'GB', 'IE', 'IN', 'NZ', 'SG', 'US']);

/** Enough is given to print the address from its parts. */
export function isStructured({ postcode, city }: Pick<PostalAddress, 'postcode' | 'city'>): boolean {
  return postcode.trim() !== '' || city.trim() !== '';
}

/** The lines of an address as they are printed, the country's name in the given language. */
export function postalText(postal: PostalAddress, language: string): string {
  const { street, postcode, city, region, country } = postal;
  const place = codeLast.has(country)
    ? [[city, region].filter(Boolean).join(', '), postcode].filter(Boolean).join(' ')
    : [[postcode, city].filter(Boolean).join(' '), region].filter(Boolean).join(', ');
  return [street, place, countryName(country, language)].filter(Boolean).join('\n');
}

/** The name of a country in a language; the code itself where there is none. */
export function countryName(country: string, language: string): string {
  if (country === '') return '';
  return new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
}
