import { byLabel, type Choice } from '../../../lib/choice.ts';

const writtenLanguages =
  'af ar bg bn cs da de el en en-GB en-US es et fa fi fil fr he hi hr hu id it ja ko lt lv ms nb nl pl pt pt-BR ro ru sk sl sr sv sw ta th tr uk vi zh zh-TW'.split(
    ' ',
  );

/** Languages to write to a client in, named in the page's language. */
export function languageChoices(current: string, locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return [...new Set([...writtenLanguages, current])]
    .filter((tag) => tag !== '')
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort(byLabel);
}

/** Currencies by code and name: `EUR – Euro`. */
export function currencyChoices(current: string, locale: string): Choice[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' });
  return [...new Set([...Intl.supportedValuesOf('currency'), current])]
    .filter((code) => /^[A-Z]{3}$/.test(code))
    .map((value) => ({ value, label: `${value} – ${names.of(value) ?? value}` }))
    .sort(byLabel);
}

/** Weekday names from Monday (1) on. */
export function weekdayName(day: number, locale: string, style: 'long' | 'short' = 'long'): string {
  // 5 January 1970 was a Monday.
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format((day + 3) * 86_400_000);
}
