import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { AddInput } from '#shared/ipc/time.ts';
import { FakeClock } from '#test/support/clock.ts';
import { addClients, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;

beforeEach(() => {
  time = openTime(undefined, new FakeClock('2026-11-25T10:42:17.500Z', 'Europe/Berlin'));
  addClients(time.store);
});
afterEach(() => time.store.close());

const call = <Name extends keyof typeof time.handlers>(name: Name) => time.handlers[name];

function add(changes: Partial<AddInput> = {}) {
  return time.handlers['time.add']({
    clientId: northwind,
    start: { date: '2026-11-25', time: '09:00' },
    end: { date: '2026-11-25', time: '10:15' },
    zone: 'Europe/Berlin',
    ...changes,
  }) as Awaited<ReturnType<(typeof time.handlers)['time.add']>>;
}

const refused = (fields: Record<string, string>) =>
  expect.objectContaining({ code: 'invalid_input', details: expect.objectContaining({ fields }) });

describe('adding by hand', () => {
  it('keeps raw instants and the zone they were meant in', () => {
    const entry = add({ zone: 'Asia/Kathmandu' });
    expect(entry).toMatchObject({
      startedAt: Date.UTC(2026, 10, 25, 3, 15),
      endedAt: Date.UTC(2026, 10, 25, 4, 30),
      zone: 'Asia/Kathmandu',
      source: 'manual',
    });
  });

  it('refuses a time that does not exist, with the reason and the next one that does', () => {
    expect(() =>
      add({ start: { date: '2026-03-29', time: '02:30' }, end: { date: '2026-03-29', time: '04:00' } }),
    ).toThrow(
      expect.objectContaining({
        details: { fields: { 'start.time': 'time.skipped' }, values: { time: '02:30', next: '03:00' } },
      }),
    );
  });

  it('asks which of two equal times is meant, and takes the answer', () => {
    const start = { date: '2026-10-25', time: '02:30' };
    const end = { date: '2026-10-25', time: '03:30' };
    expect(() => add({ start, end })).toThrow(refused({ 'start.time': 'time.doubled' }));
    const length = (entry: ReturnType<typeof add>) => (entry.endedAt ?? 0) - entry.startedAt;
    expect(length(add({ start: { ...start, occurrence: 'earlier' }, end }))).toBe(2 * HOUR);
    expect(length(add({ start: { ...start, occurrence: 'later' }, end }))).toBe(1 * HOUR);
  });

  it('refuses an end before the start and a slip of days', () => {
    expect(() => add({ end: { date: '2026-11-25', time: '09:00' } })).toThrow(
      refused({ 'end.time': 'time.endBeforeStart' }),
    );
    expect(() => add({ end: { date: '2026-11-27', time: '09:01' } })).toThrow(
      refused({ 'end.time': 'time.tooLong' }),
    );
  });

  it('refuses an end that is still to come, and takes this very minute', () => {
    const until = (time: string) => add({ end: { date: '2026-11-25', time } });
    expect(() => until('11:43')).toThrow(refused({ 'end.time': 'time.endsLater' }));
    expect(time.handlers['time.list']({ filter: { clientId: null }, offset: 0, limit: 1 })).toMatchObject({
      count: 0,
    });
    expect(until('11:42').endedAt).toBe(Date.UTC(2026, 10, 25, 10, 42));
  });

  it('shows overlaps and merges nothing', async () => {
    add();
    add({ clientId: fjord, start: { date: '2026-11-25', time: '09:30' } });
    const day = await call('time.day')({ date: '2026-11-25', clientId: null });
    expect(day.entries).toHaveLength(2);
    const week = await call('time.week')({ date: '2026-11-25', clientId: null });
    expect(week.rows.map((row) => row.days[2])).toEqual([45 * MINUTE, 75 * MINUTE]);
  });
});

describe('changing', () => {
  it('touches only what is given: the seconds of the start stay', async () => {
    time.timer.start({ clientId: northwind });
    time.pulse.start();
    time.clockwork.pass(HOUR);
    const before = time.timer.stop();
    if (!before) throw new Error('nothing stopped');
    const noted = await call('time.change')({ id: before.id, note: 'second draft' });
    expect(noted).toEqual({ ...before, note: 'second draft' });
    const ended = await call('time.change')({ id: before.id, end: { date: '2026-11-25', time: '12:00' } });
    expect(ended).toEqual({ ...noted, endedAt: Date.UTC(2026, 10, 25, 11) });
  });

  it('takes an entry off its task when it goes to another client', async () => {
    const entry = add({ taskId: newsletter });
    expect(await call('time.change')({ id: entry.id, clientId: fjord })).toMatchObject({
      clientId: fjord,
      taskId: null,
    });
    expect(() => call('time.change')({ id: entry.id, taskId: newsletter })).toThrow(
      refused({ taskId: 'time.otherClient' }),
    );
  });

  it('is kept with before and after, and so is taking it back', async () => {
    const entry = add({ note: 'one' });
    await call('time.change')({ id: entry.id, note: 'two', billable: false });
    time.store.undo();
    await call('time.delete')({ ids: [entry.id] });
    time.store.undo();
    const history = await call('time.history')({ id: entry.id });
    const told = history.map(({ before, after }) => [before?.note ?? null, after?.note ?? null]);
    expect(told).toEqual([
      ['one', 'two'],
      ['two', 'one'],
      ['one', null],
      [null, 'one'],
    ]);
    expect(history[0]?.after).toEqual({
      clientId: northwind,
      taskId: null,
      note: 'two',
      category: null,
      workKindId: null,
      startedAt: entry.startedAt,
      endedAt: entry.endedAt,
      zone: 'Europe/Berlin',
      billable: false,
    });
  });

  it('keeps no history of a running entry, which is not evidence yet', async () => {
    const entry = time.timer.start({ clientId: northwind });
    await call('time.change')({ id: entry.id, note: 'draft' });
    time.timer.stop();
    expect(await call('time.history')({ id: entry.id })).toEqual([]);
  });

  it('lets no running entry start in the future', () => {
    const entry = time.timer.start({ clientId: northwind });
    expect(() => call('time.change')({ id: entry.id, start: { date: '2026-11-25', time: '11:43' } })).toThrow(
      refused({ 'start.time': 'time.startsLater' }),
    );
  });

  it('lets no running entry become longer than a day by an earlier start, and a forgotten one shorter', async () => {
    const entry = time.timer.start({ clientId: northwind });
    const start = (date: string) => call('time.change')({ id: entry.id, start: { date, time: '12:42' } });
    expect(() => start('2026-11-15')).toThrow(refused({ 'start.time': 'time.tooLong' }));
    time.store.sql
      .prepare('UPDATE time_entries SET started_at = started_at - ? WHERE id = ?')
      .run(240 * 3_600_000, entry.id);
    expect(await start('2026-11-20')).toMatchObject({ endedAt: null });
  });

  it('moves no end past now, and leaves one alone that a clock set back has put there', async () => {
    const entry = add();
    const change = call('time.change');
    expect(() => change({ id: entry.id, end: { date: '2026-11-25', time: '11:43' } })).toThrow(
      refused({ 'end.time': 'time.endsLater' }),
    );
    time.clock.jumpTo('2026-11-25T09:10:00Z');
    const earlier = await change({ id: entry.id, start: { date: '2026-11-25', time: '08:45' } });
    expect(earlier).toEqual({ ...entry, startedAt: Date.UTC(2026, 10, 25, 7, 45) });
  });

  it('outlives its task and then says what it was', () => {
    const entry = add({ taskId: newsletter });
    time.store.act({ key: 'undo.test', values: {} }, () =>
      time.store.sql.prepare('DELETE FROM tasks WHERE id = ?').run(newsletter),
    );
    const read = () => time.store.sql.prepare('SELECT task_id, note FROM time_entries').get();
    expect(read()).toEqual({ task_id: null, note: 'December newsletter' });
    time.store.undo();
    expect(read()).toEqual({ task_id: newsletter, note: '' });
    expect(entry.taskId).toBe(newsletter);
  });
});

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

describe('time that other entries claim as well', () => {
  const at = (time: string) => Date.parse(`2026-11-25T${time}:00Z`);
  const asked = (from: string, to: string, besides: string | null = null) =>
    call('time.overlap')({ from: at(from), to: at(to), besides });

  it('is told once however many claim it, with the entries; touching is none', () => {
    const first = add();
    const second = add({ clientId: fjord, end: { date: '2026-11-25', time: '09:30' } });
    expect(asked('08:15', '08:45')).toMatchObject({
      length: 30 * MINUTE,
      entries: [{ id: first.id }, { id: second.id }],
    });
    expect(asked('08:45', '10:00', first.id)).toEqual({ length: 0, entries: [] });
    expect(asked('09:15', '10:00')).toEqual({ length: 0, entries: [] });
  });

  it('reaches into the running entry up to now', () => {
    call('time.start')({ clientId: northwind });
    time.clock.advance(20 * MINUTE);
    const told = asked('10:52', '12:00') as { length: number };
    expect(told.length).toBe(at('11:02') + 17_500 - at('10:52'));
  });
});
