/** The languages that documents for clients are written in; more than the app itself speaks. */
export const documentLanguages = ['en', 'de', 'et', 'nb', 'hi', 'es'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** The language of documents for somebody who reads `tag` (BCP 47); English where theirs is not spoken. */
export function documentLanguage(tag: string): DocumentLanguage {
  const base = tag.toLowerCase().split('-')[0] ?? '';
  if (base === 'no' || base === 'nn') return 'nb';
  return documentLanguages.find((language) => language === base) ?? 'en';
}
