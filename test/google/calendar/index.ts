import type { FakeClock } from '../clock.ts';
import type { Handlers } from '../context.ts';
import type { MailLog } from '../mails.ts';
import type { Rng } from '../rng.ts';
import { eventsList } from './events-list.ts';
import { eventsWrite } from './events-write.ts';
import { calendarListHandlers } from './list-handlers.ts';
import { type CalendarLists, createCalendarLists, type ListEntry } from './lists.ts';
import { type CalendarStore, createCalendarStore } from './store.ts';
import { createTokens } from './tokens.ts';
import type { Role } from './types.ts';

/** The calendar half of the fake: its state and what a test may do to it. */
export interface CalendarWorld {
  readonly calendars: Map<string, CalendarStore>;
  readonly lists: CalendarLists;
  readonly handlers: Handlers;
  addCalendar(
    ownerEmail: string,
    summary: string,
    options?: { timeZone?: string; primary?: boolean; color?: string },
  ): CalendarStore;
  /** Gives someone a role and puts the calendar into that person's list. */
  share(calendarId: string, email: string, role: Role): void;
  /** Takes the role away: the entry comes back deleted, events answer 404. */
  unshare(calendarId: string, email: string): void;
  updateEntry(email: string, calendarId: string, patch: Partial<ListEntry>): void;
  /** Sync tokens of a calendar, or of all, become too old: 410. */
  expireEventTokens(calendarId?: string): void;
  expireListTokens(): void;
}

export function createCalendarWorld(rng: Rng, clock: FakeClock, mails: MailLog): CalendarWorld {
  const calendars = new Map<string, CalendarStore>();
  const lists = createCalendarLists();
  const eventTokens = createTokens<number>(rng, 'syncToken');
  const listTokens = createTokens<number>(rng, 'syncToken');
  const open = (id: string): CalendarStore => {
    const calendar = calendars.get(id);
    if (!calendar) throw new Error(`no calendar ${id}`);
    return calendar;
  };
  return {
    calendars,
    lists,
    handlers: {
      ...calendarListHandlers(lists, rng, listTokens),
      ...eventsWrite(calendars, mails, rng),
      'calendar.events.list': eventsList(calendars, rng, eventTokens),
    },
    addCalendar: (owner, summary, options = {}) => {
      const id = options.primary ? owner : `${rng.id(26)}@group.calendar.google.com`;
      const calendar = createCalendarStore(
        id,
        owner,
        summary,
        options.timeZone ?? 'Europe/Berlin',
        rng,
        clock,
      );
      calendars.set(id, calendar);
      lists.add(owner, calendar, {
        primary: options.primary ?? false,
        ...(options.color ? { backgroundColor: options.color } : {}),
      });
      return calendar;
    },
    share: (id, email, role) => {
      const calendar = open(id);
      const known = lists.entry(email, id);
      calendar.roles.set(email, role);
      if (known) lists.touch(email, id, { deleted: false });
      else lists.add(email, calendar);
    },
    unshare: (id, email) => {
      open(id).roles.delete(email);
      lists.remove(email, id);
    },
    updateEntry: (email, id, patch) => lists.touch(email, id, patch),
    expireEventTokens: (id) => eventTokens.expire(id === undefined ? 'events:' : `events:${id}:`),
    expireListTokens: () => listTokens.expire('list:'),
  };
}
