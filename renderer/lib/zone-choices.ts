import { zoneCity } from '#shared/domain/clock-format.ts';
import { byLabel, type Choice } from './choice.ts';

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
