// Where paper comes in US Letter, by CLDR's supplemental data (measurementData, paperSize).
const letter = new Set(['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE']);

type Paper = 'a4' | 'letter';

/** The paper that is usual in a country (ISO 3166-1); A4 where none is given. */
export function usualPaper(country: string): Paper {
  return letter.has(country) ? 'letter' : 'a4';
}
