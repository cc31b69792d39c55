import { z } from 'zod';
import type {
  CalendarGateway,
  CalendarRole,
  EventsPage,
  RemoteCalendarChange,
} from '../ports/calendar-gateway.ts';
import type { PageEnd, Position } from '../ports/remote.ts';
import { mapEvent } from './event-mapping.ts';
import { readable } from './problems.ts';
import type { GoogleSessions } from './sessions.ts';

const PAGE_SIZE = 2500;

const pageEnd = z.object({ nextPageToken: z.string().optional(), nextSyncToken: z.string().optional() });
const calendarList = pageEnd.extend({
  items: z
    .array(
      z.object({
        id: z.string().min(1),
        deleted: z.boolean().optional(),
        summary: z.string().default(''),
        summaryOverride: z.string().optional(),
        timeZone: z.string().default('UTC'),
        backgroundColor: z
          .string()
          .regex(/^#[0-9a-f]{6}$/i)
          .optional()
          .catch(undefined),
        accessRole: z.string().default('reader'),
        primary: z.boolean().optional(),
      }),
    )
    .default([]),
});

const roles: Record<string, CalendarRole> = {
  owner: 'owner',
  writer: 'writer',
  reader: 'reader',
  freeBusyReader: 'busy',
};

function endOf(head: unknown): PageEnd {
  const { nextPageToken, nextSyncToken } = pageEnd.parse(head);
  if (nextPageToken === undefined && nextSyncToken === undefined) throw new TypeError('the list has no end');
  return {
    nextPage: nextPageToken ?? null,
    nextCursor: nextPageToken === undefined ? (nextSyncToken ?? null) : null,
  };
}

const tokens = ({ cursor, page }: Position) => ({
  ...(cursor === null ? {} : { syncToken: cursor }),
  ...(page === null ? {} : { pageToken: page }),
});

/** Google Calendar v3 behind the port. Retries are not made here. */
export function createCalendarGateway(sessions: GoogleSessions): CalendarGateway {
  return {
    async calendars(accountId, position, signal) {
      const answer = await sessions.calendar(accountId, signal, (api) =>
        api.calendarList.list({ maxResults: 250, ...tokens(position) }, { retry: false, signal }),
      );
      const page = readable(() => calendarList.parse(answer.data));
      const changes = page.items.map((item): RemoteCalendarChange => {
        if (item.deleted) return { kind: 'removed', id: item.id };
        return {
          kind: 'present',
          calendar: {
            id: item.id,
            name: item.summaryOverride ?? item.summary,
            zone: item.timeZone,
            color: item.backgroundColor ?? null,
            role: roles[item.accessRole] ?? 'reader',
            primary: item.primary ?? false,
          },
        };
      });
      return { changes, ...readable(() => endOf(page)) };
    },

    async events(accountId, calendarId, position, signal) {
      const answer = await sessions.calendar(accountId, signal, (api) =>
        api.events.list(
          { calendarId, maxResults: PAGE_SIZE, singleEvents: false, ...tokens(position) },
          { retry: false, signal },
        ),
      );
      return readable(() => eventsPage(answer.data));
    },
  };
}

function eventsPage(data: unknown): EventsPage {
  const end = endOf(data);
  const { items = [] } = data as { readonly items?: unknown };
  if (!Array.isArray(items)) throw new TypeError('events.items is no list');
  return { ...end, changes: items.map(mapEvent) };
}
