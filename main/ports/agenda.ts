/** One occurrence of an event, already expanded, as Today, the tray and Time see it. */
export interface AgendaItem {
  /** Event id and original start: stable for the same occurrence. */
  readonly key: string;
  readonly eventId: string;
  readonly clientId: string;
  readonly title: string;
  readonly allDay: boolean;
  /** UTC milliseconds; for an all-day item the bounds of its dates in the asked zone, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly meetingUrl: string | null;
}

/** Read access to the calendar for features that are not the calendar. */
export interface Agenda {
  /** Occurrences of assigned calendars that touch [from, to), ordered by start. */
  between(from: number, to: number, zone: string, clientId: string | null): AgendaItem[];
}
