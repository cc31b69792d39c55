/**
 * Reads a calendar date as people type it, year last or ISO: `2026-11-25`, `25.11.2026`, `25/11/26`, `25 11 2026`.
 * The day comes before the month, as in the app's own dates. Gives ISO, or null when it is none.
 */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso) return toIso(iso[1], iso[2], iso[3]);
  const spoken = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})$/.exec(text.trim());
  return spoken ? toIso(spoken[3], spoken[2], spoken[1]) : null;
}

function toIso(yearText = '', month = '', day = ''): string | null {
  const year = Number(yearText) + (yearText.length === 2 ? 2000 : 0);
  if (Number(month) < 1 || Number(day) < 1 || Number(day) > daysIn(year, Number(month))) return null;
  return `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Days of a Gregorian month; none for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
