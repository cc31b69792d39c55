import { formatDate } from './clock-format.ts';
import { addDays } from './due-day.ts';

/**
 * Reads a calendar date as people type it: `2026-11-25`, `25.11.2026`, `25/11/26`, `25 11`, `25 Nov 2026`,
 * `25. November`, `Nov 25`. The day comes before a month in figures, as in the app's own dates. Months may be cut after
 * three letters, in the language given or in English. Without a year it is the one that brings the date nearest to
 * `near` (ISO). Gives ISO, or null when it is none.
 */
export function readDate(text: string, near: string, locale: string): string | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return toIso(iso[1], Number(iso[2]), iso[3]);
  const figures = /^(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{4}|\d{2}))?\.?$/.exec(typed);
  if (figures) return withYear(figures[3], Number(figures[2]), figures[1], near);
  const [, dayFirst, before, after, dayLast, year] =
    /^(?:(\d{1,2})[.\s]*(\p{L}{3,})\.?|(\p{L}{3,})\.?\s*(\d{1,2}))(?:[,.\s]+(\d{4}|\d{2}))?$/u.exec(typed) ??
    [];
  const month = monthOf(before ?? after ?? '', locale);
  return month ? withYear(year, month, dayFirst ?? dayLast, near) : null;
}

/**
 * The same, and yesterday, today and tomorrow in words, in the language given or in English. `today` is ISO. Gives ISO,
 * or null when it is none.
 */
export function readDay(text: string, near: string, today: string, locale: string): string | null {
  const typed = text.trim().toLowerCase();
  for (const language of [locale, 'en']) {
    const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const days = [-1, 0, 1].find((each) => words.format(each, 'day') === typed);
    if (days !== undefined) return addDays(today, days);
  }
  return readDate(text, near, locale);
}

/** 1 to 12; null when no month begins so. */
function monthOf(name: string, locale: string): number | null {
  for (const language of [locale, 'en']) {
    for (let month = 1; month <= 12; month++) {
      const long = formatDate(
        `2026-${String(month).padStart(2, '0')}-01`,
        language,
        'monthName',
      ).toLowerCase();
      if (name.length >= 3 && long.startsWith(name)) return month;
    }
  }
  return null;
}

function withYear(
  year: string | undefined,
  month: number,
  day: string | undefined,
  near: string,
): string | null {
  if (year) return toIso(year, month, day);
  const here = Number(near.slice(0, 4));
  const [early, late] = [addDays(near, -183), addDays(near, 183)];
  const found = [here - 1, here, here + 1].map((each) => toIso(String(each), month, day));
  return found.find((date) => date !== null && date > early && date <= late) ?? found[1] ?? null;
}

function toIso(yearText = '', month = 0, day = ''): string | null {
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  if (month < 1 || Number(day) < 1 || Number(day) > daysIn(year, month)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Days of a Gregorian month; none for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
