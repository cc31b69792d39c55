import type { Context, Handler } from '../context.ts';
import { errors } from '../google-error.ts';
import type { Rng } from '../rng.ts';
import { openCalendar } from './access.ts';
import { renderEvent, renderEventJson } from './render.ts';
import type { CalendarStore } from './store.ts';
import { createTokens, type Tokens } from './tokens.ts';
import type { StoredEvent } from './types.ts';

/** Refused together with a sync token, as the reference lists them. */
const NOT_WITH_SYNC_TOKEN = [
  'iCalUID',
  'orderBy',
  'privateExtendedProperty',
  'sharedExtendedProperty',
  'q',
  'timeMin',
  'timeMax',
  'updatedMin',
];

interface PageState {
  /** List order of a full list, or change number of a delta, of the last item given. */
  after: number;
  /** Undefined in a full list. */
  since: number | undefined;
  /** Changes after this one belong to the next sync. */
  upTo: number;
}

/**
 * events.list with `singleEvents=false`: full lists and deltas. Pages are cut from the living calendar:
 * what changes between two pages may be seen or not, and always comes with the next delta.
 */
export function eventsList(
  calendars: Map<string, CalendarStore>,
  rng: Rng,
  syncTokens: Tokens<number>,
): Handler {
  const pageTokens = createTokens<PageState>(rng, 'pageToken');
  return (context: Context) => {
    const { calendar, role } = openCalendar(calendars, context);
    const { query, user } = context;
    const { syncToken, pageToken, maxResults, fields: _fields, ...bound } = query;
    if (bound.singleEvents === true || bound.orderBy !== undefined || bound.q !== undefined) {
      if (syncToken !== undefined) throw errors.badRequest();
      context.violation('events.list: the fake serves only singleEvents=false without orderBy and q');
      throw errors.badRequest();
    }
    for (const name of [
      'timeMin',
      'timeMax',
      'updatedMin',
      'iCalUID',
      'privateExtendedProperty',
      'sharedExtendedProperty',
      'eventTypes',
      'timeZone',
      'maxAttendees',
    ]) {
      if (bound[name] === undefined) continue;
      if (syncToken !== undefined && NOT_WITH_SYNC_TOKEN.includes(name)) throw errors.badRequest();
      context.violation(`events.list: the fake does not filter by ${name}`);
      throw errors.badRequest();
    }
    if (syncToken !== undefined && bound.showDeleted === false) throw errors.badRequest();

    const limit = Math.min(Number(maxResults ?? 250), context.pageCap);
    const scope = `events:${calendar.id}:${user.email}`;
    const parameters = JSON.stringify(bound, Object.keys(bound).sort());
    const paged = JSON.stringify({ parameters, syncToken, maxResults });
    const state: PageState =
      pageToken !== undefined
        ? pageTokens.read(String(pageToken), scope, paged)
        : {
            after: syncToken === undefined ? -1 : syncTokens.read(String(syncToken), scope, parameters),
            since:
              syncToken === undefined ? undefined : syncTokens.read(String(syncToken), scope, parameters),
            upTo: calendar.lastChange(),
          };
    // Removed occurrences belong to a full list too as long as their series lives.
    const wanted = (e: StoredEvent): boolean =>
      !e.deleted ||
      bound.showDeleted === true ||
      (e.body.recurringEventId !== undefined &&
        calendar.events.get(e.body.recurringEventId)?.deleted !== true);
    const found =
      state.since === undefined
        ? calendar.page(state.after, wanted, limit + 1)
        : calendar.delta(state.after, state.upTo, limit + 1);
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const head = {
      kind: 'calendar#events',
      etag: `"p${calendar.lastChange()}"`,
      summary: calendar.summary,
      ...(calendar.description ? { description: calendar.description } : {}),
      updated: context.clock.iso(),
      timeZone: calendar.timeZone,
      accessRole: role,
      defaultReminders: [],
      ...(found.length > limit && last
        ? {
            nextPageToken: pageTokens.issue(scope, paged, {
              ...state,
              after: state.since === undefined ? last.order : last.change,
            }),
          }
        : { nextSyncToken: syncTokens.issue(scope, parameters, state.upTo) }),
    };
    if (query.fields !== undefined)
      return { body: { ...head, items: items.map((e) => renderEvent(e, role)) } };
    const text = `${JSON.stringify(head).slice(0, -1)},"items":[${items.map((e) => renderEventJson(e, role)).join(',')}]}`;
    return {
      text,
      get body() {
        return { ...head, items: items.map((e) => renderEvent(e, role)) };
      },
    };
  };
}
