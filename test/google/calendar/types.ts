/** Start, end or original start as the API writes them: an all-day date or an instant with a zone. */
export interface EventTime {
  date?: string;
  dateTime?: string;
  timeZone?: string;
}

export interface Attendee {
  email: string;
  displayName?: string;
  responseStatus?: 'needsAction' | 'declined' | 'tentative' | 'accepted';
  optional?: boolean;
  organizer?: boolean;
  self?: boolean;
}

/** The writable and readable parts of an event that the fake knows; the schema check closes the rest. */
export interface GoogleEvent {
  kind?: 'calendar#event';
  id?: string;
  etag?: string;
  status?: 'confirmed' | 'tentative' | 'cancelled';
  htmlLink?: string;
  created?: string;
  updated?: string;
  summary?: string;
  description?: string;
  location?: string;
  creator?: { email: string };
  organizer?: { email: string; self?: boolean; displayName?: string };
  start?: EventTime;
  end?: EventTime;
  recurrence?: string[];
  recurringEventId?: string;
  originalStartTime?: EventTime;
  transparency?: 'opaque' | 'transparent';
  visibility?: 'default' | 'public' | 'private' | 'confidential';
  iCalUID?: string;
  sequence?: number;
  attendees?: Attendee[];
  hangoutLink?: string;
  extendedProperties?: { private?: Record<string, string>; shared?: Record<string, string> };
  reminders?: { useDefault?: boolean; overrides?: { method: string; minutes: number }[] };
  eventType?: string;
  [field: string]: unknown;
}

export type Role = 'freeBusyReader' | 'reader' | 'writer' | 'owner';

/** An event with the bookkeeping behind it. */
export interface StoredEvent {
  body: GoogleEvent;
  id: string;
  /** Number of the last change; a delta holds events whose number is higher than the token's. */
  change: number;
  /** Place in a full list: random, so exceptions come before their masters about half the time. */
  order: number;
  deleted: boolean;
  json: string | undefined;
}
