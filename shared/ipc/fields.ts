import { z } from 'zod';

/** Building blocks of inputs. Messages are keys of the `errors` catalogue, shown beside the field. */
export const id = z.uuid({ version: 'v7', error: 'field.id' });

/** A kind of work: one that comes with the app (`bookkeeping`) or one of the person's own. */
export const workKindId = z.string().regex(/^[a-z0-9_-]{1,64}$/, 'field.id');

/** Text of at most `max` characters, cleaned and trimmed; may be empty. */
export const text = (max: number) => z.string().overwrite(clean).trim().max(max, 'field.tooLong');

/** Text that must say something. */
export const requiredText = (max: number) => text(max).min(1, 'field.required');

/** A calendar date, ISO 8601 `YYYY-MM-DD`, without a zone. */
export const isoDate = z.iso.date('field.date');

/** A day on which something was done: nobody enters what lies before 2000, but years are mistyped. */
export const pastDate = isoDate.refine((date) => date >= '2000-01-01', 'field.yearTooEarly');

/** A wall-clock time `HH:MM`. */
export const clockTime = z.iso.time({ precision: -1, error: 'field.time' });

/** Milliseconds since 1970 UTC, between 1970 and 2200. */
export const instant = z.int('field.instant').min(0, 'field.instant').max(7_258_118_400_000, 'field.instant');

/** An IANA time zone that this system knows. */
export const zone = z.string().refine(isKnownZone, 'field.zone');

/** ISO 4217 code. */
export const currency = z.string().regex(/^[A-Z]{3}$/, 'field.currency');

/**
 * Takes out what no keyboard types and what would be lost on the way to disk: control characters except tab and
 * newline, and halves of characters (lone surrogates).
 */
function clean(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/gu, '');
}

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
