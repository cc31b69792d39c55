import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { EventTime, GoogleEvent } from './types.ts';

/** Where one occurrence starts, and the id that Google gives it. */
export interface Instance {
  id: string;
  original: EventTime;
  epoch: number;
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

function wallStart(
  event: GoogleEvent,
  calendarZone: string,
): { wall: Temporal.PlainDateTime; zone: string | undefined } {
  const start = event.start ?? {};
  if (start.date !== undefined)
    return { wall: Temporal.PlainDate.from(start.date).toPlainDateTime(), zone: undefined };
  const zone = start.timeZone ?? calendarZone;
  const text = start.dateTime ?? '';
  const wall = /(Z|[+-]\d\d:\d\d)$/.test(text)
    ? Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(text);
  return { wall, zone };
}

/** UNTIL in UTC is compared on the wall clock of the series, which is where this expansion runs. */
function localUntil(line: string, zone: string | undefined): string {
  return line.replace(/UNTIL=(\d{8}T\d{6})Z/, (_all, text: string) => {
    const iso = text.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z');
    const wall = Temporal.Instant.from(iso)
      .toZonedDateTimeISO(zone ?? 'UTC')
      .toPlainDateTime();
    return `UNTIL=${compact(wall.toString({ smallestUnit: 'second' }))}`;
  });
}

/** EXDATE and RDATE values become wall-clock text of the series. */
function localDates(line: string, zone: string | undefined): string {
  const [head = '', values = ''] = line.split(/:(.*)/s);
  const name = head.split(';')[0] ?? '';
  const tzid = /TZID=([^;:]+)/.exec(head)?.[1];
  const list = values.split(',').map((value) => {
    if (zone === undefined) return value.slice(0, 8);
    if (!value.includes('T')) return `${value}T000000`;
    const iso = value.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6');
    if (iso.endsWith('Z')) {
      return compact(
        Temporal.Instant.from(iso)
          .toZonedDateTimeISO(zone)
          .toPlainDateTime()
          .toString({ smallestUnit: 'second' }),
      );
    }
    const from = Temporal.PlainDateTime.from(iso).toZonedDateTime(tzid ?? zone);
    return compact(from.withTimeZone(zone).toPlainDateTime().toString({ smallestUnit: 'second' }));
  });
  return `${name}${zone === undefined ? ';VALUE=DATE' : ''}:${list.join(',')}`;
}

/**
 * Occurrences of a master by `ical.js`, a different library than the app's, on the wall clock of the
 * series. Local times that a change of clocks skips are no occurrences (RFC 5545, 3.3.10).
 * @param from first instant of interest, UTC ms, inclusive. @param to exclusive.
 */
export function expandMaster(
  event: GoogleEvent,
  calendarZone: string,
  from: number,
  to: number,
  limit = 5000,
): Instance[] {
  const { wall, zone } = wallStart(event, calendarZone);
  const component = new ICAL.Component('vevent');
  const text = compact(wall.toString({ smallestUnit: 'second' }));
  const lines = (event.recurrence ?? []).map((line) =>
    line.startsWith('RRULE') || line.startsWith('EXRULE') ? localUntil(line, zone) : localDates(line, zone),
  );
  const dtstart = zone === undefined ? `DTSTART;VALUE=DATE:${text.slice(0, 8)}` : `DTSTART:${text}`;
  for (const line of [dtstart, ...lines]) component.addProperty(ICAL.Property.fromString(line));
  const iterator = new ICAL.RecurExpansion({
    component,
    dtstart: component.getFirstPropertyValue('dtstart') as ICAL.Time,
  });
  const out: Instance[] = [];
  for (let i = 0; i < limit; i += 1) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next) break;
    const plain = Temporal.PlainDateTime.from({
      year: next.year,
      month: next.month,
      day: next.day,
      hour: next.hour,
      minute: next.minute,
      second: next.second,
    });
    const zoned = plain.toZonedDateTime(zone ?? 'UTC');
    if (!zoned.toPlainDateTime().equals(plain) && !plain.equals(wall)) continue;
    const epoch = zoned.epochMilliseconds;
    if (epoch >= to) break;
    if (epoch < from) continue;
    out.push(instanceAt(event.id ?? '', epoch, zone));
  }
  return out;
}

/** Id and original start of the occurrence at an instant. @param zone undefined for all-day series. */
function instanceAt(masterId: string, epoch: number, zone: string | undefined): Instance {
  const utc = Temporal.Instant.fromEpochMilliseconds(epoch);
  if (zone === undefined) {
    const date = utc.toZonedDateTimeISO('UTC').toPlainDate().toString();
    return { id: `${masterId}_${compact(date)}`, original: { date }, epoch };
  }
  const local = utc.toZonedDateTimeISO(zone);
  return {
    id: `${masterId}_${compact(utc.toString({ smallestUnit: 'second' }))}`,
    original: { dateTime: local.toString({ timeZoneName: 'never', smallestUnit: 'second' }), timeZone: zone },
    epoch,
  };
}
