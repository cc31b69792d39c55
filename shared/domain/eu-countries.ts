/** The member states of the Union (ISO 3166-1). */
const members: ReadonlySet<string> = new Set([
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
]);

/** Whether services between two of these fall under Directive 2006/112/EC. Takes ISO 3166-1 codes. */
export function inUnion(country: string): boolean {
  return members.has(country);
}
