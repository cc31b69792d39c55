import * as german from 'chrono-node/de';
import * as english from 'chrono-node/en';
import { toDate } from '#shared/domain/date.ts';
import type { DateFinding } from '#shared/domain/quick-add.ts';

const two = (value: number) => String(value).padStart(2, '0');

/**
 * Dates in a text, read in the person's language (and day before month in English), never in the past. A month alone is
 * what the work is about, as in “Newsletter December”, and no date. `now` in UTC milliseconds.
 */
export function findDates(text: string, now: number, language: string): DateFinding[] {
  const parser = language === 'de' ? german.casual : english.GB;
  return parser
    .parse(text, toDate(now), { forwardDate: true })
    .filter(({ start }) => !start.isCertain('month') || start.isCertain('day') || start.isCertain('weekday'))
    .map(({ index, text: found, start }) => ({
      index,
      text: found,
      date: `${start.get('year')}-${two(start.get('month') ?? 1)}-${two(start.get('day') ?? 1)}`,
      time: start.isCertain('hour')
        ? `${two(start.get('hour') ?? 0)}:${two(start.get('minute') ?? 0)}`
        : null,
    }));
}
