import { performance } from 'node:perf_hooks';
import { loopbackClient, loopbackEndpoints } from '#main/google/endpoints.ts';
import { loadCalendar } from '#main/google/library.ts';
import { createOAuthClient } from '#main/google/sessions.ts';
import type { Store } from '#main/store/store.ts';
import type { OtherSide } from './other-side.ts';

const ms = (text: string | null | undefined): number => (text ? Date.parse(text) : 0);

/**
 * What the sync is held against: the same pages by the same client library, each inserted as it is into the
 * same table in one transaction, with nothing else done. Answers milliseconds.
 */
export async function fetchByHand(side: OtherSide, store: Store, calendar: number): Promise<number> {
  const endpoints = loopbackEndpoints(side.url, false);
  const auth = await createOAuthClient(endpoints, loopbackClient.id, loopbackClient.secret);
  auth.setCredentials({ refresh_token: side.refreshToken });
  const library = await loadCalendar();
  const api = library.calendar({ version: 'v3', auth, rootUrl: side.url });
  const put = store.sql.prepare(`
    INSERT INTO events (calendar, generation, remote_id, etag, kind, cancelled, title, location, description,
      starts_at, ends_at, zone, recurrence, tentative, busy, web_url, details, updated_at)
    VALUES (?, 1, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?, ?)`);
  await auth.getAccessToken();
  const started = performance.now();
  let pageToken: string | undefined;
  do {
    const { data } = await api.events.list({
      calendarId: side.calendar,
      maxResults: 2500,
      singleEvents: false,
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    store.sql
      .transaction(() => {
        for (const e of data.items ?? []) {
          put.run(
            calendar,
            e.id,
            e.etag,
            e.recurrence ? 'master' : 'single',
            e.summary ?? '',
            e.location ?? '',
            e.description ?? '',
            ms(e.start?.dateTime),
            ms(e.end?.dateTime),
            e.start?.timeZone ?? null,
            (e.recurrence ?? []).join('\n'),
            e.htmlLink ?? null,
            JSON.stringify({ attendees: e.attendees, organizer: e.organizer, reminders: e.reminders }),
            ms(e.updated),
          );
        }
      })
      .immediate();
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return performance.now() - started;
}
