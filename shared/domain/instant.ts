import { Temporal } from 'temporal-polyfill';

const ZERO = 48;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;

/**
 * RFC 3339 text with an offset as milliseconds since 1970 UTC. Read by hand, because a first sync reads
 * hundreds of thousands of them; what is not of the usual form is left to Temporal.
 * @throws RangeError for anything that is no instant.
 */
export function parseInstant(text: string): number {
  return plainInstant(text) ?? Temporal.Instant.from(text).epochMilliseconds;
}

/** `2026-03-02T09:30:00.123+01:00`, with or without a fraction; null for every other form. */
function plainInstant(text: string): number | null {
  if (text.charCodeAt(4) !== MINUS || text.charCodeAt(7) !== MINUS) return null;
  if (text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON)
    return null;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // NaN, from what is no digit, fails every one of these. The ends of months are left to Temporal.
  const usual =
    year >= 0 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour <= 23 &&
    minute <= 59 &&
    second <= 59;
  if (!usual) return null;
  let at = 19;
  let fraction = 0;
  if (text.charCodeAt(at) === DOT) {
    let scale = 100;
    for (at += 1; isDigit(text, at); at += 1) {
      fraction += Math.floor(scale) * (text.charCodeAt(at) - ZERO);
      scale /= 10;
    }
    if (at === 20) return null;
  }
  const offset = offsetMinutes(text, at);
  if (Number.isNaN(offset)) return null;
  const minutes = hour * 60 + minute - offset;
  return daysSince1970(year, month, day) * 86_400_000 + (minutes * 60 + second) * 1000 + fraction;
}

/** NaN unless the text ends with `Z` or an offset in hours and minutes. */
function offsetMinutes(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z) return text.length === at + 1 ? 0 : Number.NaN;
  if ((sign !== PLUS && sign !== MINUS) || text.length !== at + 6) return Number.NaN;
  if (text.charCodeAt(at + 3) !== COLON) return Number.NaN;
  const hours = twoDigits(text, at + 1);
  const rest = twoDigits(text, at + 4);
  if (!(hours <= 23 && rest <= 59)) return Number.NaN;
  const minutes = hours * 60 + rest;
  return sign === MINUS ? -minutes : minutes;
}

function isDigit(text: string, at: number): boolean {
  const digit = text.charCodeAt(at) - ZERO;
  return digit >= 0 && digit <= 9;
}

/** NaN for what is no digit. */
function twoDigits(text: string, at: number): number {
  if (!isDigit(text, at) || !isDigit(text, at + 1)) return Number.NaN;
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}

/** Days of the proleptic Gregorian calendar, counted in years that begin in March. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468;
}

/** Midnight UTC of an ISO date as milliseconds: a date's place on the axis of instants, whatever the zone. */
export function utcMidnight(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
}
