import type { FakeClock } from '../clock.ts';
import type { Rng } from '../rng.ts';
import { withOffset } from './event-time.ts';
import type { GoogleEvent, Role, StoredEvent } from './types.ts';

/** One calendar with its events and the log of their changes. */
export interface CalendarStore {
  readonly id: string;
  summary: string;
  timeZone: string;
  description: string | undefined;
  ownerEmail: string;
  readonly roles: Map<string, Role>;
  readonly events: Map<string, StoredEvent>;
  /** Number of the newest change. */
  lastChange(): number;
  /** Creates or replaces an event's body, stamps etag and updated, and logs the change. */
  put(body: GoogleEvent): StoredEvent;
  /** Marks an event as deleted: a cancelled occurrence keeps its original start. */
  remove(id: string): void;
  exceptionsOf(masterId: string): StoredEvent[];
  /** Events in list order after a place in it. */
  page(afterOrder: number, wanted: (event: StoredEvent) => boolean, limit: number): StoredEvent[];
  /** Events changed after one change and up to another, each once, in the order of their change. */
  delta(after: number, upTo: number, limit: number): StoredEvent[];
}

export function createCalendarStore(
  id: string,
  ownerEmail: string,
  summary: string,
  timeZone: string,
  rng: Rng,
  clock: FakeClock,
): CalendarStore {
  const events = new Map<string, StoredEvent>();
  const byMaster = new Map<string, Set<string>>();
  const log: string[] = [];
  let sorted: StoredEvent[] = [];
  let dirty = false;

  const ordered = (): StoredEvent[] => {
    if (dirty) {
      sorted = [...events.values()].sort((a, b) => a.order - b.order);
      dirty = false;
    }
    return sorted;
  };
  const touch = (event: StoredEvent): void => {
    log.push(event.id);
    event.change = log.length;
    event.json = undefined;
    event.body.etag = `"${3_500_000_000_000_000 + event.change * 2}"`;
    event.body.updated = clock.iso();
    clock.advance(1);
  };
  const exceptionsOf = (masterId: string): StoredEvent[] =>
    [...(byMaster.get(masterId) ?? [])].flatMap((key) => events.get(key) ?? []);

  return {
    id,
    summary,
    timeZone,
    description: undefined,
    ownerEmail,
    roles: new Map([[ownerEmail, 'owner']]),
    events,
    exceptionsOf,
    lastChange: () => log.length,
    put: (input) => {
      const key = input.id ?? rng.id(26);
      const before = events.get(key);
      const body: GoogleEvent = {
        kind: 'calendar#event',
        status: 'confirmed',
        created: before?.body.created ?? clock.iso(),
        creator: { email: ownerEmail },
        organizer: { email: id, self: true },
        iCalUID: `${key}@google.com`,
        sequence: 0,
        eventType: 'default',
        reminders: { useDefault: true },
        htmlLink: `https://www.google.com/calendar/event?eid=${key}`,
        ...input,
        ...withOffset(input, 'start', timeZone),
        ...withOffset(input, 'end', timeZone),
        ...withOffset(input, 'originalStartTime', timeZone),
        id: key,
      };
      const event = before ?? {
        id: key,
        body,
        change: 0,
        order: rng.next(),
        deleted: false,
        json: undefined,
      };
      event.body = body;
      event.deleted = body.status === 'cancelled';
      if (!before) {
        events.set(key, event);
        dirty = true;
      }
      if (body.recurringEventId) {
        const set = byMaster.get(body.recurringEventId) ?? new Set();
        byMaster.set(body.recurringEventId, set.add(key));
      }
      touch(event);
      return event;
    },
    remove: (key) => {
      const event = events.get(key);
      if (!event) throw new Error(`no event ${key}`);
      for (const exception of exceptionsOf(key)) {
        exception.deleted = true;
        exception.body = { ...exception.body, status: 'cancelled' };
        exception.json = undefined;
      }
      event.deleted = true;
      event.body = { ...event.body, status: 'cancelled' };
      touch(event);
    },
    page: (afterOrder, wanted, limit) => {
      const all = ordered();
      let low = 0;
      let high = all.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((all[middle]?.order ?? 0) <= afterOrder) low = middle + 1;
        else high = middle;
      }
      const out: StoredEvent[] = [];
      for (let i = low; i < all.length && out.length < limit; i += 1) {
        const event = all[i];
        if (event && wanted(event)) out.push(event);
      }
      return out;
    },
    delta: (after, upTo, limit) => {
      const out: StoredEvent[] = [];
      for (let i = after; i < upTo && out.length < limit; i += 1) {
        const event = events.get(log[i] ?? '');
        if (event && event.change === i + 1) out.push(event);
      }
      return out;
    },
  };
}
