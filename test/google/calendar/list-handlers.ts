import type { Context, Handlers } from '../context.ts';
import { errors } from '../google-error.ts';
import type { Rng } from '../rng.ts';
import { type CalendarLists, type ListEntry, ROLE_ORDER } from './lists.ts';
import { createTokens, type Tokens } from './tokens.ts';
import type { Role } from './types.ts';

interface PageState {
  after: number;
  since: number;
  upTo: number;
}

function render(entry: ListEntry, email: string): Record<string, unknown> {
  const { calendar } = entry;
  const role = calendar.roles.get(email);
  if (entry.deleted || !role) {
    return { kind: 'calendar#calendarListEntry', etag: `"l${entry.change}"`, id: calendar.id, deleted: true };
  }
  return {
    kind: 'calendar#calendarListEntry',
    etag: `"l${entry.change}"`,
    id: calendar.id,
    summary: calendar.summary,
    ...(entry.summaryOverride ? { summaryOverride: entry.summaryOverride } : {}),
    ...(calendar.description ? { description: calendar.description } : {}),
    timeZone: calendar.timeZone,
    colorId: '14',
    backgroundColor: entry.backgroundColor,
    foregroundColor: '#000000',
    selected: entry.selected,
    ...(entry.hidden ? { hidden: true } : {}),
    accessRole: role,
    defaultReminders: [],
    ...(entry.primary ? { primary: true } : {}),
  };
}

/** calendarList.list and .get. */
export function calendarListHandlers(lists: CalendarLists, rng: Rng, syncTokens: Tokens<number>): Handlers {
  const pageTokens = createTokens<PageState>(rng, 'pageToken');
  const list = (context: Context) => {
    const { query, user } = context;
    const { syncToken, pageToken, ...rest } = query;
    if (syncToken !== undefined && rest.minAccessRole !== undefined) throw errors.badRequest();
    if (syncToken !== undefined && (rest.showDeleted === false || rest.showHidden === false)) {
      throw errors.badRequest();
    }
    const { maxResults, ...bound } = rest;
    const parameters = JSON.stringify(bound);
    const scope = `list:${user.email}`;
    const state =
      pageToken !== undefined
        ? pageTokens.read(String(pageToken), scope, JSON.stringify({ ...rest, syncToken }))
        : {
            after: 0,
            since: syncToken === undefined ? 0 : syncTokens.read(String(syncToken), scope, parameters),
            upTo: lists.lastChange(user.email),
          };
    const full = syncToken === undefined;
    const minimum = ROLE_ORDER.indexOf((rest.minAccessRole as Role) ?? 'freeBusyReader');
    const wanted = lists
      .entries(user.email)
      .filter((e) => e.change > Math.max(state.after, state.since))
      .filter((e) => !full || rest.showDeleted === true || (!e.deleted && e.calendar.roles.has(user.email)))
      .filter((e) => !full || rest.showHidden === true || !e.hidden)
      .filter(
        (e) =>
          e.deleted || ROLE_ORDER.indexOf(e.calendar.roles.get(user.email) ?? 'freeBusyReader') >= minimum,
      )
      .sort((a, b) => a.change - b.change);
    const items = wanted.slice(0, Math.min(Number(maxResults ?? 100), context.pageCap));
    const more = wanted.length > items.length;
    return {
      body: {
        kind: 'calendar#calendarList',
        etag: `"${lists.lastChange(user.email)}"`,
        ...(more
          ? {
              nextPageToken: pageTokens.issue(scope, JSON.stringify({ ...rest, syncToken }), {
                ...state,
                after: items.at(-1)?.change ?? 0,
              }),
            }
          : { nextSyncToken: syncTokens.issue(scope, parameters, state.upTo) }),
        items: items.map((e) => render(e, user.email)),
      },
    };
  };
  return {
    'calendar.calendarList.list': list,
    'calendar.calendarList.get': ({ params, user }) => {
      const id = params.calendarId === 'primary' ? user.email : (params.calendarId ?? '');
      const entry = lists.entry(user.email, id);
      if (!entry || entry.deleted || !entry.calendar.roles.has(user.email)) throw errors.notFound();
      return { body: render(entry, user.email) };
    },
  };
}
