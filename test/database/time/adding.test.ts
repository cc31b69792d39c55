import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { addEntry, openEntries, refusedAt } from '#test/support/entries.ts';
import { fjord, northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openEntries>;

beforeEach(() => {
  time = openEntries();
});
afterEach(() => time.store.close());

const call = <Name extends keyof typeof time.handlers>(name: Name) => time.handlers[name];
const add = (changes?: Parameters<typeof addEntry>[1]) => addEntry(time, changes);

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
    expect(() => add({ start, end })).toThrow(refusedAt({ 'start.time': 'time.doubled' }));
    const length = (entry: ReturnType<typeof add>) => (entry.endedAt ?? 0) - entry.startedAt;
    expect(length(add({ start: { ...start, occurrence: 'earlier' }, end }))).toBe(2 * HOUR);
    expect(length(add({ start: { ...start, occurrence: 'later' }, end }))).toBe(1 * HOUR);
  });

  it('refuses an end before the start and a slip of days', () => {
    expect(() => add({ end: { date: '2026-11-25', time: '09:00' } })).toThrow(
      refusedAt({ 'end.time': 'time.endBeforeStart' }),
    );
    expect(() => add({ end: { date: '2026-11-27', time: '09:01' } })).toThrow(
      refusedAt({ 'end.time': 'time.tooLong' }),
    );
  });

  it('refuses an end that is still to come, and takes this very minute', () => {
    const until = (time: string) => add({ end: { date: '2026-11-25', time } });
    expect(() => until('11:43')).toThrow(refusedAt({ 'end.time': 'time.endsLater' }));
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
