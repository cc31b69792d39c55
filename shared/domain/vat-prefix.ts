import { isCountry } from './countries.ts';

/** How an identifier is written in records and e-invoices: capitals and digits, nothing between them. */
export function plainVatId(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9+*]/g, '');
}

/** The letters that identifiers of a country (ISO 3166-1) begin with; Greece's are EL, India's have none. */
export function vatPrefix(country: string): string {
  if (country === 'GR') return 'EL';
  return country === 'IN' ? '' : country;
}

/** The identifier if it begins with the letters of a country, as e-invoices want it (BR-CO-09); else empty. */
export function prefixedVatId(text: string): string {
  const plain = plainVatId(text);
  const prefix = plain.slice(0, 2);
  return prefix === 'EL' || prefix === 'XI' || isCountry(prefix) ? plain : '';
}
