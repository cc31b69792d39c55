import type { PageEnd, Position } from './remote.ts';

export type CalendarRole = 'owner' | 'writer' | 'reader' | 'busy';

export interface RemoteCalendar {
  readonly id: string;
  readonly name: string;
  /** IANA, as the service names it. */
  readonly zone: string;
  /** `#rrggbb`, or null. */
  readonly color: string | null;
  readonly role: CalendarRole;
  readonly primary: boolean;
}

export type RemoteCalendarChange =
  | { readonly kind: 'present'; readonly calendar: RemoteCalendar }
  | { readonly kind: 'removed'; readonly id: string };

/** A bound of an event: an instant with the zone it was entered in, or a date. */
export type RemoteTime =
  | { readonly kind: 'instant'; readonly at: number; readonly zone: string | null }
  | { readonly kind: 'date'; readonly date: string };

/** A single event, the master of a series, or an occurrence that differs from its series. */
export interface RemoteEvent {
  readonly kind: 'single' | 'master' | 'exception';
  readonly id: string;
  readonly etag: string;
  readonly masterId: string | null;
  /** Which occurrence an exception replaces: UTC milliseconds as text, or an ISO date. */
  readonly originalKey: string | null;
  /** An exception that removes its occurrence has no times and no texts. */
  readonly cancelled: boolean;
  readonly title: string;
  readonly location: string;
  readonly description: string;
  readonly start: RemoteTime | null;
  readonly end: RemoteTime | null;
  /** RRULE, RDATE, EXDATE lines of a master. */
  readonly recurrence: readonly string[];
  readonly tentative: boolean;
  /** False when the event leaves its time free. */
  readonly busy: boolean;
  readonly meetingUrl: string | null;
  readonly webUrl: string | null;
  readonly updatedAt: number;
  /** What else a later edit needs to keep (guests, reminders, private marks), as JSON text; null when empty. */
  readonly details: string | null;
}

export type RemoteEventChange =
  | { readonly kind: 'present'; readonly event: RemoteEvent }
  /** The event, or the whole series with its exceptions, is gone. */
  | { readonly kind: 'removed'; readonly id: string };

export interface EventsPage extends PageEnd {
  readonly changes: readonly RemoteEventChange[];
}

/** Calendars and events of one connected account. Every method throws RemoteError. */
export interface CalendarGateway {
  calendars(
    accountId: string,
    position: Position,
    signal: AbortSignal,
  ): Promise<PageEnd & { readonly changes: readonly RemoteCalendarChange[] }>;
  /** One page of events. It can hold some megabytes: this is no work for the thread of the window. */
  events(accountId: string, calendarId: string, position: Position, signal: AbortSignal): Promise<EventsPage>;
}
