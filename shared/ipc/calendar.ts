import { z } from 'zod';
import { id, instant, zone } from './fields.ts';
import { read, write } from './method.ts';

export interface CalendarView {
  readonly id: string;
  readonly accountId: string;
  readonly accountEmail: string;
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  /** `#rrggbb` as chosen at Google, or null. */
  readonly color: string | null;
  /** `busy`: only times are visible. */
  readonly role: 'owner' | 'writer' | 'reader' | 'busy';
  readonly primary: boolean;
  /** `lost`: deleted at Google, or no longer shared. */
  readonly state: 'present' | 'lost';
  /** Null: it belongs to nobody, and its events are not copied. */
  readonly clientId: string | null;
  /** When its events were first complete; null while they are not. */
  readonly listedAt: number | null;
  readonly problem: string | null;
}

export interface OccurrenceView {
  /** Stable for the same occurrence, also when it is moved. */
  readonly key: string;
  readonly eventId: string;
  readonly calendarId: string;
  readonly clientId: string;
  /** Empty when the calendar shows only times, or nobody gave it one. */
  readonly title: string;
  readonly location: string;
  /** UTC milliseconds. For an all-day item the bounds of its dates in the asked zone. */
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
  /** ISO dates of an all-day item, end exclusive; null otherwise. */
  readonly startDate: string | null;
  readonly endDate: string | null;
  /** The zone that it was entered in. */
  readonly zone: string | null;
  readonly recurring: boolean;
  readonly tentative: boolean;
  /** False when it leaves its time free. */
  readonly busy: boolean;
  readonly meetingUrl: string | null;
  readonly webUrl: string | null;
}

export interface OccurrencesView {
  /** Ordered by start. */
  readonly items: readonly OccurrenceView[];
  /** Series that give too much to show, or whose rule cannot be read: shown in part. */
  readonly cutOff: readonly { readonly eventId: string; readonly clientId: string; readonly title: string }[];
}

export interface EventDetail {
  readonly eventId: string;
  readonly description: string;
  readonly guests: readonly { readonly name: string; readonly email: string; readonly answer: string }[];
}

const WIDEST = 400 * 86_400_000;

export const calendarContract = {
  'calendar.calendars': read<readonly CalendarView[]>()(z.undefined(), ['calendar', 'accounts', 'clients']),
  /** Null takes a calendar from its client; its events are then no longer kept here. */
  'calendar.assign': write()(z.strictObject({ calendarId: id, clientId: id.nullable() })),
  /** Occurrences that touch [from, to), at most 400 days; `clientId` null for all clients. */
  'calendar.occurrences': read<OccurrencesView>()(
    z
      .strictObject({ from: instant, to: instant, zone, clientId: id.nullable() })
      .refine(({ from, to }) => from < to && to - from <= WIDEST, { error: 'field.instant', path: ['to'] }),
    ['calendar', 'clients'],
  ),
  'calendar.event': read<EventDetail>()(z.strictObject({ eventId: z.string().min(1).max(1_200) }), [
    'calendar',
  ]),
};
