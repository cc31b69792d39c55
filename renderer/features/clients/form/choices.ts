import { zoneCity } from '#shared/domain/clock-format.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** All zones that this system knows, by city: `London (Europe)`. The value is the IANA name. */
export function zoneChoices(current: string): Choice[] {
  const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current]);
  return [...names]
    .filter((name) => name !== '')
    .map((value) => ({ value, label: zoneLabel(value) }))
    .sort(byLabel);
}

function zoneLabel(name: string): string {
  const [region] = name.split('/');
  return region === name ? name : `${zoneCity(name)} (${region})`;
}

/**
 * Other words a zone is looked for by: what it is called (`India Standard Time`, `Eastern Time`) and its offset at an
 * instant (UTC milliseconds). Made once for each zone and language, when somebody first searches.
 */
export function zoneWords(instant: number, locale: string): (zone: string) => string {
  const known = new Map<string, string>();
  return (zone) => {
    const found = known.get(zone);
    if (found !== undefined) return found;
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
      .formatToParts(instant)
      .find((part) => part.type === 'timeZoneName')?.value;
    const words = `${name ?? ''} ${offsetLabel(zone, instant)}`;
    known.set(zone, words);
    return words;
  };
}

/** What a zone is ahead of UTC at an instant (UTC milliseconds), in words: `UTC+2`. */
export function offsetLabel(zone: string, instant: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(
    instant,
  );
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', 'UTC');
}

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

function byLabel(a: Choice, b: Choice): number {
  return a.label.localeCompare(b.label);
}
