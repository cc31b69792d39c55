const SECOND = 1_000;
const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?\s?m\.?)?(?:\s*uhr)?$/i;
const BARE_HOUR = /^(\d{1,2})\s*([ap])\.?\s?m\.?$/i;
const SPAN = /^(-)?(\d+):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?$/;
const UNITS =
  /^(-)?(?:(\d+(?:[.,]\d+)?)\s*(?:h|hrs?|hours?|std\.?|stunden?))?\s*(?:(\d+)\s*(?:m|min\.?|minutes?|minuten)?)?\s*(?:(\d+)\s*(?:s|sec|sek\.?|seconds?))?$/i;
const DECIMAL = /^-?\d[\d.,'\u00a0\u202f ]*$/;

/** Milliseconds since midnight of a written time of day, 24 or 12 hours; null when it is none. */
export function readClockTime(text: string): number | null {
  const match = CLOCK.exec(text);
  const bare = match ? null : BARE_HOUR.exec(text);
  if (!match && !bare) return null;
  const half = (match ? match[4] : bare?.[2])?.toLowerCase();
  const hour = Number(match ? match[1] : bare?.[1]);
  const minute = Number(match?.[2] ?? 0);
  const second = Number(match?.[3] ?? 0);
  if (minute > 59 || second > 59) return null;
  if (half) {
    if (hour < 1 || hour > 12) return null;
    return (((hour % 12) + (half === 'p' ? 12 : 0)) * 3600 + minute * 60 + second) * SECOND;
  }
  // Midnight at the end of a day is written as 24:00 here and there.
  if (hour > 24 || (hour === 24 && minute + second > 0)) return null;
  return (hour * 3600 + minute * 60 + second) * SECOND;
}

/**
 * Milliseconds of a written length: `1:30:00`, `1:30`, `1.5`, `1,5`, `1h 30m`, `90 min`. A bare number is hours.
 * Negative lengths come as they are; null when it cannot be read.
 */
export function readLength(text: string): number | null {
  const span = SPAN.exec(text);
  if (span) {
    const [hours, minutes, seconds] = [Number(span[2]), Number(span[3]), Number(span[4] ?? 0)];
    if (minutes > 59 || seconds > 59) return null;
    return (span[1] ? -1 : 1) * (hours * 3600 + minutes * 60 + seconds) * SECOND;
  }
  if (DECIMAL.test(text)) {
    const hours = readDecimal(text);
    return hours === null ? null : Math.round(hours * 3600) * SECOND;
  }
  const units = UNITS.exec(text);
  if (!units || (units[2] ?? units[3] ?? units[4]) === undefined) return null;
  const hours = Number((units[2] ?? '0').replace(',', '.'));
  const seconds = hours * 3600 + Number(units[3] ?? 0) * 60 + Number(units[4] ?? 0);
  return (units[1] ? -1 : 1) * Math.round(seconds) * SECOND;
}

/** The last point or comma is the decimal mark, unless it stands more than once. */
function readDecimal(text: string): number | null {
  const digits = text.replace(/['\u00a0\u202f ]/g, '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return Number(digits);
  const mark = digits[last] as string;
  const repeated = digits.indexOf(mark) !== last;
  const whole = digits.slice(0, last).replace(/[.,]/g, '');
  const value = Number(repeated ? digits.replace(/[.,]/g, '') : `${whole}.${digits.slice(last + 1)}`);
  return Number.isFinite(value) ? value : null;
}
