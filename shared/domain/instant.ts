import { Temporal } from 'temporal-polyfill';

const PLAIN = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?(?:Z|([+-])(\d\d):(\d\d))$/;

/**
 * RFC 3339 text with an offset as milliseconds since 1970 UTC. Read by hand, because a first sync reads
 * hundreds of thousands of them; what is not of the usual form is left to Temporal.
 * @throws RangeError for anything that is no instant.
 */
export function parseInstant(text: string): number {
  const match = PLAIN.exec(text);
  if (!match) return Temporal.Instant.from(text).epochMilliseconds;
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((i) => Number(match[i])) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (day > 28 || day < 1 || month > 12 || month < 1 || hour > 23 || minute > 59 || second > 59) {
    return Temporal.Instant.from(text).epochMilliseconds;
  }
  const fraction = Number((match[7] ?? '').padEnd(3, '0'));
  const offset =
    match[8] === undefined ? 0 : (Number(match[9]) * 60 + Number(match[10])) * (match[8] === '-' ? -1 : 1);
  return (
    daysSince1970(year, month, day) * 86_400_000 +
    ((hour * 60 + minute - offset) * 60 + second) * 1000 +
    fraction
  );
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
