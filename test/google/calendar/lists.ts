import type { CalendarStore } from './store.ts';
import type { Role } from './types.ts';

/** How one user sees one calendar in the own list. */
export interface ListEntry {
  calendar: CalendarStore;
  backgroundColor: string;
  summaryOverride: string | undefined;
  selected: boolean;
  hidden: boolean;
  primary: boolean;
  /** Gone from the list, or the owner took the access away. */
  deleted: boolean;
  change: number;
}

/** The calendar lists of all users, each with its own change count. */
export interface CalendarLists {
  add(
    email: string,
    calendar: CalendarStore,
    options?: Partial<Pick<ListEntry, 'backgroundColor' | 'primary'>>,
  ): void;
  /** Something the user sees of the calendar changed: name, colour, role. */
  touch(email: string, calendarId: string, patch?: Partial<ListEntry>): void;
  remove(email: string, calendarId: string): void;
  entries(email: string): ListEntry[];
  entry(email: string, calendarId: string): ListEntry | undefined;
  lastChange(email: string): number;
}

export const ROLE_ORDER: readonly Role[] = ['freeBusyReader', 'reader', 'writer', 'owner'];

export function createCalendarLists(): CalendarLists {
  const lists = new Map<string, Map<string, ListEntry>>();
  const counters = new Map<string, number>();
  const bump = (email: string): number => {
    const next = (counters.get(email) ?? 0) + 1;
    counters.set(email, next);
    return next;
  };
  const listOf = (email: string): Map<string, ListEntry> => {
    const known = lists.get(email) ?? new Map<string, ListEntry>();
    lists.set(email, known);
    return known;
  };
  const find = (email: string, id: string): ListEntry => {
    const entry = listOf(email).get(id);
    if (!entry) throw new Error(`${email} has no calendar ${id}`);
    return entry;
  };
  return {
    add: (email, calendar, options = {}) => {
      listOf(email).set(calendar.id, {
        calendar,
        backgroundColor: options.backgroundColor ?? '#4986e7',
        summaryOverride: undefined,
        selected: true,
        hidden: false,
        primary: options.primary ?? false,
        deleted: false,
        change: bump(email),
      });
    },
    touch: (email, id, patch = {}) => {
      Object.assign(find(email, id), patch, { change: bump(email) });
    },
    remove: (email, id) => {
      const entry = find(email, id);
      entry.deleted = true;
      entry.change = bump(email);
    },
    entries: (email) => [...listOf(email).values()],
    entry: (email, id) => listOf(email).get(id),
    lastChange: (email) => counters.get(email) ?? 0,
  };
}
