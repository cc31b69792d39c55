import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { ALL_SCOPES, bareClient, timed } from './client.ts';

const VA = 'va@example.com';
const LIST = 'calendar/v3/calendars/primary/events?singleEvents=false';
let google: FakeGoogle;
let call: ReturnType<typeof bareClient>;

beforeEach(async () => {
  google = await startFakeGoogle({ seed: 7, startAt: 1_780_000_000_000 });
  google.addUser(VA);
  call = bareClient(google, VA);
});
afterEach(async () => {
  await google.stop();
});
const primary = () => {
  const found = google.calendar.calendars.get(VA);
  if (!found) throw new Error('no primary calendar');
  return found;
};

test('a delta holds what changed since the token, tombstones included, and a full list holds none', async () => {
  const [a, b] = [primary().put(timed('A', '2026-03-02')), primary().put(timed('B', '2026-03-03'))];
  const full = await call('GET', LIST);
  expect(full.body.items.map((e: { id: string }) => e.id).sort()).toEqual([a.id, b.id].sort());
  primary().remove(a.id);
  const delta = await call('GET', `${LIST}&syncToken=${encodeURIComponent(full.body.nextSyncToken)}`);
  expect(delta.body.items).toHaveLength(1);
  expect(delta.body.items[0]).toMatchObject({ id: a.id, status: 'cancelled' });
  expect((await call('GET', LIST)).body.items.map((e: { id: string }) => e.id)).toEqual([b.id]);
  google.assertClean();
});

test('what changes between two pages comes with the next delta', async () => {
  for (let i = 0; i < 10; i += 1) primary().put(timed(`E${i}`, '2026-03-02'));
  const first = await call('GET', `${LIST}&maxResults=4`);
  const moved = primary().put({ ...primary().events.get(first.body.items[0].id)?.body, summary: 'Renamed' });
  const seen = [...first.body.items];
  let page = first;
  while (page.body.nextPageToken) {
    expect(page.body.nextSyncToken).toBeUndefined();
    page = await call('GET', `${LIST}&maxResults=4&pageToken=${encodeURIComponent(page.body.nextPageToken)}`);
    seen.push(...page.body.items);
  }
  expect(seen).toHaveLength(10);
  const delta = await call('GET', `${LIST}&syncToken=${encodeURIComponent(page.body.nextSyncToken)}`);
  expect(delta.body.items.map((e: { summary: string }) => e.summary)).toEqual(['Renamed']);
  expect(delta.body.items[0].id).toBe(moved.id);
});

test.each([
  ['timeMin=2026-01-01T00:00:00Z'],
  ['q=x'],
  ['orderBy=updated'],
  ['updatedMin=2026-01-01T00:00:00Z'],
  ['iCalUID=x'],
  ['showDeleted=false'],
])('a sync token together with %s is refused', async (extra) => {
  const token = (await call('GET', LIST)).body.nextSyncToken;
  const reply = await call('GET', `${LIST}&${extra}&syncToken=${encodeURIComponent(token)}`);
  expect(reply.status).toBe(400);
});

test('an expired token answers 410 fullSyncRequired, an unknown one 400, other parameters 400', async () => {
  const token = encodeURIComponent((await call('GET', LIST)).body.nextSyncToken);
  const other = await call('GET', `calendar/v3/calendars/primary/events?syncToken=${token}`);
  expect(other.status).toBe(400);
  expect((await call('GET', `${LIST}&syncToken=nonsense`)).body.error).toEqual({
    errors: [
      {
        domain: 'global',
        reason: 'invalid',
        message: 'Invalid sync token value.',
        locationType: 'parameter',
        location: 'syncToken',
      },
    ],
    code: 400,
    message: 'Invalid sync token value.',
  });
  google.calendar.expireEventTokens();
  const gone = await call('GET', `${LIST}&syncToken=${token}`);
  expect(gone.status).toBe(410);
  expect(gone.body.error.errors[0].reason).toBe('fullSyncRequired');
});

test('a removed occurrence stays in full lists while its series lives', async () => {
  const master = primary().put({ ...timed('Daily', '2026-03-02'), recurrence: ['RRULE:FREQ=DAILY;COUNT=5'] });
  const id = `${master.id}_20260303T080000Z`;
  expect((await call('DELETE', `calendar/v3/calendars/primary/events/${id}?sendUpdates=none`)).status).toBe(
    204,
  );
  const items = (await call('GET', LIST)).body.items as {
    id: string;
    status: string;
    originalStartTime: unknown;
  }[];
  expect(items.find((e) => e.id === id)).toMatchObject({
    status: 'cancelled',
    originalStartTime: { dateTime: '2026-03-03T09:00:00+01:00' },
  });
  expect((await call('DELETE', `calendar/v3/calendars/primary/events/${id}?sendUpdates=none`)).status).toBe(
    410,
  );
  primary().remove(master.id);
  expect((await call('GET', LIST)).body.items).toEqual([]);
});

test('writing: ids, etags, double deletes and patches follow the rules', async () => {
  const path = 'calendar/v3/calendars/primary/events';
  const made = await call('POST', `${path}?sendUpdates=none`, {
    ...timed('Mine', '2026-03-02'),
    id: 'abc123',
  });
  expect(made.status).toBe(200);
  expect(
    (await call('POST', `${path}?sendUpdates=none`, { ...timed('Again', '2026-03-02'), id: 'abc123' }))
      .status,
  ).toBe(409);
  expect((await call('POST', path, { ...timed('Bad', '2026-03-02'), id: 'XYZ' })).status).toBe(400);
  const guests = [{ email: 'a@example.org' }, { email: 'b@example.org' }];
  const patched = await call(
    'PATCH',
    `${path}/abc123?sendUpdates=all`,
    { attendees: guests },
    { 'if-match': made.body.etag },
  );
  expect(patched.body).toMatchObject({ summary: 'Mine', attendees: guests });
  expect(google.mails.all()).toHaveLength(2);
  const stale = await call(
    'PATCH',
    `${path}/abc123?sendUpdates=none`,
    { summary: 'Late' },
    { 'if-match': made.body.etag },
  );
  expect(stale.status).toBe(412);
  const fewer = await call('PATCH', `${path}/abc123?sendUpdates=none`, {
    attendees: [guests[0]],
    location: null,
  });
  expect(fewer.body.attendees).toEqual([guests[0]]);
  expect((await call('DELETE', `${path}/abc123?sendUpdates=none`)).status).toBe(204);
  expect((await call('DELETE', `${path}/abc123?sendUpdates=none`)).status).toBe(410);
  expect(
    (await call('POST', `${path}?sendUpdates=none`, { ...timed('Reuse', '2026-03-02'), id: 'abc123' }))
      .status,
  ).toBe(409);
  google.assertClean();
});

test('an unknown route, parameter, field or missing scope fails and is remembered', async () => {
  expect((await call('GET', 'calendar/v3/nothing')).status).toBe(404);
  expect((await call('GET', `${LIST}&pageSize=5`)).status).toBe(400);
  expect(
    (
      await call('POST', 'calendar/v3/calendars/primary/events', {
        ...timed('x', '2026-03-02'),
        mood: 'good',
      })
    ).status,
  ).toBe(400);
  expect(google.violations()).toHaveLength(3);
  const narrow = bareClient(google, VA, [ALL_SCOPES[2] ?? '']);
  expect((await narrow('GET', LIST)).status).toBe(403);
  expect((await fetch(`${google.url}${LIST}`)).status).toBe(401);
});

test('a free-busy reader learns times only, and losing access answers 404', async () => {
  google.addUser('client@example.org');
  const shared = google.calendar.addCalendar('client@example.org', 'Client');
  shared.put({ ...timed('Secret talk', '2026-03-02'), location: 'Room 1' });
  google.calendar.share(shared.id, VA, 'freeBusyReader');
  const path = `calendar/v3/calendars/${encodeURIComponent(shared.id)}/events`;
  const busy = (await call('GET', path)).body.items[0];
  expect(busy.summary).toBeUndefined();
  expect(busy.start.dateTime).toContain('2026-03-02');
  google.calendar.unshare(shared.id, VA);
  expect((await call('GET', path)).status).toBe(404);
});

test('the calendar list has its own token and tells what was removed', async () => {
  const extra = google.calendar.addCalendar(VA, 'Extra');
  const path = 'calendar/v3/users/me/calendarList';
  const full = await call('GET', path);
  expect(full.body.items).toHaveLength(2);
  google.calendar.lists.remove(VA, extra.id);
  const delta = await call('GET', `${path}?syncToken=${encodeURIComponent(full.body.nextSyncToken)}`);
  expect(delta.body.items).toEqual([expect.objectContaining({ id: extra.id, deleted: true })]);
});

test('faults come as asked, and only then', async () => {
  google.faults.add('calendar.events.list', { kind: 'rate', code: 429, retryAfterSeconds: 3 });
  const limited = await call('GET', LIST);
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3']);
  google.faults.add('*', { kind: 'rate', code: 403 });
  expect((await call('GET', LIST)).body.error.errors[0].reason).toBe('rateLimitExceeded');
  google.faults.add('*', { kind: 'cut', when: 'before' });
  await expect(call('GET', LIST)).rejects.toThrow();
  google.faults.add('*', { kind: 'server', code: 503, when: 'after' });
  const path = 'calendar/v3/calendars/primary/events?sendUpdates=none';
  expect((await call('POST', path, { ...timed('Kept', '2026-03-02'), id: 'kept1' })).status).toBe(503);
  expect(primary().events.has('kept1')).toBe(true);
  expect((await call('GET', LIST)).status).toBe(200);
});
