import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { openEntries } from '#test/support/entries.ts';
import { northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openEntries>;

beforeEach(() => {
  time = openEntries();
});
afterEach(() => time.store.close());

const call = <Name extends keyof typeof time.handlers>(name: Name) => time.handlers[name];

describe('from the calendar', () => {
  const event = {
    key: 'event-1@2026-11-25T09:00Z',
    eventId: 'event-1',
    clientId: northwind,
    title: 'Weekly check-in',
    allDay: false,
    start: Date.UTC(2026, 10, 25, 9),
    end: Date.UTC(2026, 10, 25, 9, 30),
    meetingUrl: null,
  };

  it('makes one entry of an event and never a second', async () => {
    time.events.push(event);
    const entry = await call('time.fromEvent')({ key: event.key, start: event.start });
    expect(entry).toMatchObject({
      clientId: northwind,
      note: 'Weekly check-in',
      source: 'event',
      startedAt: event.start,
      endedAt: event.end,
    });
    expect(() => call('time.fromEvent')({ key: event.key, start: event.start })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'time.eventTaken' } }),
    );
    const day = await call('time.day')({ date: '2026-11-25', clientId: null });
    expect(day.events).toMatchObject([{ key: event.key, entryId: entry.id, clientZone: 'Europe/London' }]);
    expect(() =>
      time.store.write(() =>
        time.store.sql
          .prepare(
            `INSERT INTO time_entries (id, client_id, started_at, ended_at, zone, source, event_key, created_at, updated_at)
             VALUES ('x', ?, 1, 2, 'UTC', 'event', ?, 1, 1)`,
          )
          .run(northwind, event.key),
      ),
    ).toThrow(expect.objectContaining({ code: 'conflict' }));
  });

  it('refuses an event that is not over: nobody has worked it to its end yet', () => {
    const start = Date.UTC(2026, 10, 25, 10, 43);
    time.events.push({ ...event, start, end: start + HOUR });
    expect(() => call('time.fromEvent')({ key: event.key, start })).toThrow(
      expect.objectContaining({ details: { reason: 'time.eventLater' } }),
    );
    time.clock.advance(MINUTE + 30 * MINUTE);
    expect(() => call('time.fromEvent')({ key: event.key, start })).toThrow(
      expect.objectContaining({ details: { reason: 'time.eventRunning' } }),
    );
    time.clock.advance(30 * MINUTE);
    expect(() => call('time.fromEvent')({ key: event.key, start })).not.toThrow();
  });

  it('starts the timer on an event that is going on, which then is an entry and never becomes a second', () => {
    const start = Date.UTC(2026, 10, 25, 10, 43);
    const ref = { key: event.key, start };
    time.events.push({ ...event, start, end: start + HOUR });
    const refusedFor = (reason: string) => expect.objectContaining({ code: 'conflict', details: { reason } });
    expect(() => call('time.startOnEvent')(ref)).toThrow(refusedFor('time.eventLater'));

    time.clock.advance(11 * MINUTE);
    expect(call('time.startOnEvent')(ref)).toMatchObject({
      ...{ clientId: northwind, note: 'Weekly check-in', source: 'timer', eventKey: event.key },
      ...{ startedAt: time.clock.now(), endedAt: null },
    });
    expect(() => call('time.startOnEvent')(ref)).toThrow(refusedFor('time.eventTaken'));
    time.clock.advance(HOUR);
    expect(() => call('time.fromEvent')(ref)).toThrow(refusedFor('time.eventTaken'));
    expect(() => call('time.startOnEvent')({ key: 'gone', start })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('starts no timer on what is over, and takes a timer on the same words for the event’s', () => {
    const now = time.clock.now();
    time.events.push({ ...event, start: now - HOUR, end: now });
    expect(() => call('time.startOnEvent')({ key: event.key, start: now - HOUR })).toThrow(
      expect.objectContaining({ details: { reason: 'time.eventOver' } }),
    );
    time.events.splice(0, 1, { ...event, start: now - HOUR, end: now + HOUR });
    const running = call('time.start')({ clientId: northwind, note: 'Weekly check-in' }) as { id: string };
    time.clock.advance(MINUTE);
    expect(call('time.startOnEvent')({ key: event.key, start: now - HOUR })).toMatchObject({
      ...{ id: running.id, startedAt: now, eventKey: event.key },
    });
  });

  it('refuses whole days and events that are gone', () => {
    time.events.push({ ...event, allDay: true });
    expect(() => call('time.fromEvent')({ key: event.key, start: event.start })).toThrow(
      expect.objectContaining({ details: { reason: 'time.eventAllDay' } }),
    );
    expect(() => call('time.fromEvent')({ key: 'gone', start: event.start })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });
});
