/** Making an Intl formatter costs far more than using one, so each is made once. */
const formatter = (() => {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (locale: string, zone: string, kind: string, options: Intl.DateTimeFormatOptions) => {
    const key = `${locale}|${zone}|${kind}`;
    const found = known.get(key);
    if (found) return found;
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    known.set(key, made);
    return made;
  };
})();

/** Wall clock of an instant in a zone: `12:42`. @param instant UTC milliseconds. @param zone IANA name. */
export function formatClock(instant: number, zone: string): string {
  return formatter('en-GB', zone, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );
}

/** A span on one day: `13:30–14:15`. */
export function formatClockRange(start: number, end: number, zone: string): string {
  return `${formatClock(start, zone)}–${formatClock(end, zone)}`;
}

/** A span that may be longer than a day: `22:00–02:00`, but `08:00–11 Nov, 17:00`, which would read as nine hours. */
export function formatSpan(start: number, end: number, zone: string, locale: string): string {
  if (end - start < 86_400_000) return formatClockRange(start, end, zone);
  return `${formatClock(start, zone)}–${formatDay(end, zone, locale, 'day')}, ${formatClock(end, zone)}`;
}

const DAY_STYLES = {
  /** Wed 25 Nov */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Wednesday 25 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 25 Nov */
  day: { day: 'numeric', month: 'short' },
  /** 25 Nov 2026 */
  dated: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Wed 25 */
  weekday: { weekday: 'short', day: 'numeric' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** `Nov 2026`, for narrow columns. */
  shortMonth: { month: 'short', year: 'numeric' },
  /** `November`, where the year is said elsewhere. */
  monthName: { month: 'long' },
  /** `Nov`, below the column of a chart. */
  monthOnly: { month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DayStyle = keyof typeof DAY_STYLES;

/** The day on which an instant falls in a zone, in words. @param instant UTC milliseconds. */
export function formatDay(instant: number, zone: string, locale: string, style: DayStyle = 'short'): string {
  return tidy(formatter(dayLocale(locale), zone, style, DAY_STYLES[style]).format(instant));
}

/** A calendar date (ISO `2026-11-25`, no zone) in words; the input is trusted to be a date. */
export function formatDate(iso: string, locale: string, style: DayStyle = 'short'): string {
  return formatDay(epochDay(iso) * 86_400_000, 'UTC', locale, style);
}

/** Two calendar dates (ISO, both included) as short as the language allows: `1–25 November 2026`. */
export function formatDates(from: string, to: string, locale: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const at = (iso: string) => epochDay(iso) * 86_400_000;
  const text = formatter(dayLocale(locale), 'UTC', 'range', options).formatRange(at(from), at(to));
  return text.replaceAll('\u2009', '');
}

/** ISO 8601 week number of a calendar date: week 1 holds 4 January, weeks start on Monday. */
export function weekNumber(iso: string): number {
  const day = epochDay(iso);
  const thisYear = Number(iso.slice(0, 4));
  for (const year of [thisYear + 1, thisYear]) {
    const first = firstMonday(year);
    if (day >= first) return Math.floor((day - first) / 7) + 1;
  }
  return Math.floor((day - firstMonday(thisYear - 1)) / 7) + 1;
}

/** The Monday that starts ISO week 1 of a year, in days from the epoch (day 0 was a Thursday). */
function firstMonday(year: number): number {
  const january4 = epochDay(`${String(year).padStart(4, '0')}-01-04`);
  return january4 - mod(january4 + 3, 7);
}

/** The calendar date of an instant in a zone, ISO text. */
export function dateIn(instant: number, zone: string): string {
  return formatter('sv-SE', zone, 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

/**
 * Cities that the platform still lists under an older spelling (ICU keeps a zone's first name for ever), by the
 * spelling that people look for. From the IANA database's `backward` links.
 */
const NEW_SPELLINGS: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Asmara',
  'America/Coral_Harbour': 'Atikokan',
  'America/Godthab': 'Nuuk',
  'Asia/Calcutta': 'Kolkata',
  'Asia/Katmandu': 'Kathmandu',
  'Asia/Rangoon': 'Yangon',
  'Asia/Saigon': 'Ho Chi Minh',
  'Atlantic/Faeroe': 'Faroe',
  'Europe/Kiev': 'Kyiv',
  'Pacific/Enderbury': 'Kanton',
  'Pacific/Ponape': 'Pohnpei',
  'Pacific/Truk': 'Chuuk',
};

/** `Europe/London` → `London`, `America/Argentina/Buenos_Aires` → `Buenos Aires`, `Asia/Calcutta` → `Kolkata`. */
export function zoneCity(zone: string): string {
  return NEW_SPELLINGS[zone] ?? (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Whole days from 1970-01-01, by the proleptic Gregorian calendar (H. Hinnant, "chrono-compatible date algorithms"). */
export function epochDay(iso: string): number {
  const [y = 1970, m = 1, d = 1] = iso.slice(0, 10).split('-').map(Number);
  const year = m <= 2 ? y - 1 : y;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * mod(m + 9, 12) + 2) / 5) + d - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The calendar date (ISO text) so many days after 1970-01-01; the reverse of `epochDay`. */
export function dateOfEpochDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const mod = (value: number, by: number) => ((value % by) + by) % by;
/** English dates read day first in this app, as the samples and most of its users' clients do. */
const dayLocale = (locale: string) => (locale === 'en' ? 'en-GB' : locale);
/** `Wed, 25 Nov` → `Wed 25 Nov`; and `Sept`, the only four-letter month in British English, → `Sep`. */
const tidy = (text: string) => text.replace(',', '').replace(/\bSept\b/, 'Sep');
