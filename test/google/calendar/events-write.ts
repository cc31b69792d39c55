import type { Answer, Context, Handlers } from '../context.ts';
import { errors } from '../google-error.ts';
import type { Mail, MailLog } from '../mails.ts';
import type { Rng } from '../rng.ts';
import { openCalendar } from './access.ts';
import { checkEvent, mergePatch, withoutReadOnly } from './event-rules.ts';
import { expandMaster } from './instances.ts';
import { renderEvent } from './render.ts';
import { virtualInstance } from './series.ts';
import type { CalendarStore } from './store.ts';
import type { GoogleEvent, StoredEvent } from './types.ts';

const TIME_FIELDS = ['start', 'end', 'recurrence', 'location', 'status'] as const;

/** events.get, .insert, .patch, .update, .delete and .instances. */
export function eventsWrite(calendars: Map<string, CalendarStore>, mails: MailLog, rng: Rng): Handlers {
  const answer = (event: StoredEvent): Answer => ({
    body: renderEvent(event, 'owner'),
    ...(event.body.etag ? { etag: event.body.etag } : {}),
  });
  const checkEtag = (context: Context, etag: string | undefined): void => {
    const wanted = context.headers['if-match'];
    if (wanted !== undefined && wanted !== '*' && wanted !== etag) throw errors.conditionNotMet();
  };
  const notify = (
    context: Context,
    calendar: CalendarStore,
    event: GoogleEvent,
    kind: Mail['kind'],
  ): void => {
    const guests = (event.attendees ?? []).filter((a) => a.email !== context.user.email);
    const how = context.query.sendUpdates;
    if (guests.length > 0 && how === undefined) context.violation(`${kind} without sendUpdates`);
    if (how !== 'all' && how !== 'externalOnly') return;
    const domain = context.user.email.split('@')[1];
    for (const guest of guests) {
      if (how === 'externalOnly' && guest.email.split('@')[1] === domain) continue;
      mails.send({ kind, to: guest.email, calendarId: calendar.id, eventId: event.id ?? '' });
    }
  };
  /** The stored event, or an occurrence that becomes an exception once it is written. */
  const find = (calendar: CalendarStore, id: string): GoogleEvent => {
    const stored = calendar.events.get(id);
    if (stored?.deleted) throw errors.deleted();
    const body = stored?.body ?? virtualInstance(calendar, id);
    if (!body) throw errors.notFound();
    return body;
  };
  const write = (context: Context, merge: (before: GoogleEvent) => GoogleEvent): Answer => {
    const { calendar } = openCalendar(calendars, context, 'writer');
    const before = find(calendar, context.params.eventId ?? '');
    checkEtag(context, before.etag);
    const after = merge(before);
    if (after.status === 'cancelled') return destroy(context);
    checkEvent(after, calendar.timeZone);
    const moved = TIME_FIELDS.some((f) => JSON.stringify(before[f]) !== JSON.stringify(after[f]));
    after.sequence = (before.sequence ?? 0) + (moved ? 1 : 0);
    const stored = calendar.put(after);
    notify(context, calendar, after, 'update');
    return answer(stored);
  };
  const destroy = (context: Context): Answer => {
    const { calendar } = openCalendar(calendars, context, 'writer');
    const id = context.params.eventId ?? '';
    const before = find(calendar, id);
    checkEtag(context, before.etag);
    if (!calendar.events.has(id)) calendar.put(before);
    calendar.remove(id);
    notify(context, calendar, before, 'cancellation');
    return { status: 204 };
  };

  return {
    'calendar.events.get': (context) => {
      const { calendar, role } = openCalendar(calendars, context);
      const id = context.params.eventId ?? '';
      const stored = calendar.events.get(id);
      if (stored) return { ...answer(stored), body: renderEvent(stored, role) };
      const body = virtualInstance(calendar, id);
      if (!body) throw errors.notFound();
      return { body };
    },
    'calendar.events.insert': (context) => {
      const { calendar } = openCalendar(calendars, context, 'writer');
      const body = withoutReadOnly(context.body as GoogleEvent);
      checkEvent(body, calendar.timeZone);
      if (body.id !== undefined && calendar.events.has(body.id)) throw errors.duplicate();
      const stored = calendar.put({ ...body, id: body.id ?? rng.id(26) });
      notify(context, calendar, stored.body, 'invitation');
      return answer(stored);
    },
    'calendar.events.patch': (context) =>
      write(
        context,
        (before) => mergePatch(before, withoutReadOnly(context.body as GoogleEvent)) as GoogleEvent,
      ),
    'calendar.events.update': (context) =>
      write(context, (before) => {
        const kept: GoogleEvent = {};
        for (const f of [
          'id',
          'created',
          'creator',
          'organizer',
          'iCalUID',
          'recurringEventId',
          'originalStartTime',
        ] as const) {
          if (before[f] !== undefined) Object.assign(kept, { [f]: before[f] });
        }
        return { ...withoutReadOnly(context.body as GoogleEvent), ...kept };
      }),
    'calendar.events.delete': destroy,
    'calendar.events.instances': (context) => {
      const { calendar } = openCalendar(calendars, context);
      const master = calendar.events.get(context.params.eventId ?? '');
      if (!master || master.deleted) throw errors.notFound();
      const changed = new Set(calendar.exceptionsOf(master.id).map((e) => e.id));
      const plain = expandMaster(master.body, calendar.timeZone, 0, Number.MAX_SAFE_INTEGER, 250)
        .filter((i) => !changed.has(i.id))
        .flatMap((i) => virtualInstance(calendar, i.id) ?? []);
      const exceptions = calendar
        .exceptionsOf(master.id)
        .filter((e) => !e.deleted)
        .map((e) => e.body);
      return {
        body: {
          kind: 'calendar#events',
          etag: `"p${calendar.lastChange()}"`,
          summary: calendar.summary,
          timeZone: calendar.timeZone,
          accessRole: 'owner',
          items: [...plain, ...exceptions],
        },
      };
    },
  };
}
