import type { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import type {
  CalendarGateway,
  CalendarRole,
  RemoteCalendarChange,
  RemoteEventChange,
} from '../ports/calendar-gateway.ts';
import { type PageEnd, type Position, RemoteError } from '../ports/remote.ts';
import { mapEvent } from './event-mapping.ts';
import { JsonItems } from './json-items.ts';
import type { GoogleSessions } from './sessions.ts';

const BATCH = 200;
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
  if (nextPageToken === undefined && nextSyncToken === undefined) throw new RemoteError('failed');
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
      const page = read(() => calendarList.parse(answer.data));
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
      return { changes, ...read(() => endOf(page)) };
    },

    async events(accountId, calendarId, position, take, signal) {
      return sessions.calendar(accountId, signal, async (api) => {
        const answer = await api.events.list(
          { calendarId, maxResults: PAGE_SIZE, singleEvents: false, ...tokens(position) },
          { retry: false, signal, responseType: 'stream' },
        );
        return readEvents(answer.data as unknown as Readable, take);
      });
    },
  };
}

/** What the service sent is outside what it promises: a failure of the service, not of the person. */
function read<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    throw new RemoteError('failed', { cause: error });
  }
}

async function readEvents(stream: Readable, take: (batch: RemoteEventChange[]) => void): Promise<PageEnd> {
  const items = new JsonItems();
  let batch: RemoteEventChange[] = [];
  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    for (const text of items.push(chunk as string)) {
      batch.push(read(() => mapEvent(JSON.parse(text) as Record<string, unknown>)));
      if (batch.length < BATCH) continue;
      take(batch);
      batch = [];
      await nextTurn();
    }
  }
  if (batch.length > 0) take(batch);
  return endOf(items.end());
}
