import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver, forgottenAfter, missedAfter, morningPlan, waitFor } from '#shared/domain/reminder.ts';

const now = Date.parse('2026-11-25T10:42:00Z');
const minute = 60_000;
const reminder = (id: string, minutesAgo: number) => ({ id, at: now - minutesAgo * minute });
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe('deliver', () => {
  it('tells what is due now one by one and what was missed together', () => {
    const { single, together } = deliver(
      [reminder('b', 90), reminder('now', 0), reminder('a', 120), reminder('late', 1)],
      now,
    );
    expect(ids(single)).toEqual(['late', 'now']);
    expect(ids(together)).toEqual(['a', 'b']);
  });

  it('tells a single missed one by its name, and a crowd together', () => {
    expect(ids(deliver([reminder('a', 90)], now).single)).toEqual(['a']);
    const crowd = ['a', 'b', 'c', 'd'].map((id) => reminder(id, 0));
    expect(deliver(crowd, now)).toEqual({ single: [], together: crowd });
  });

  it('never tells one twice, and leaves out only what is too old', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: forgottenAfter + 10 * minute })), (ages) => {
        const all = ages.map((age, index) => ({ id: String(index), at: now - age }));
        const { single, together } = deliver(all, now);
        const told = ids([...single, ...together]).sort();
        expect(told).toEqual(ids(all.filter(({ at }) => at > now - forgottenAfter)).sort());
        expect(single.length).toBeLessThanOrEqual(4);
        if (together.length > 0 && single.length > 0)
          expect(together.every(({ at }) => at <= now - missedAfter)).toBe(true);
      }),
    );
  });
});

describe('morningPlan', () => {
  const zone = 'Europe/Berlin';
  const at = (iso: string) => Date.parse(iso);

  it.each([
    ['before it', '2026-11-25T07:59:00Z', '2026-11-24', null, '2026-11-25T08:00:00Z'],
    ['at it', '2026-11-25T08:00:00Z', '2026-11-24', '2026-11-25', '2026-11-26T08:00:00Z'],
    ['later that day', '2026-11-25T15:00:00Z', '2026-11-24', '2026-11-25', '2026-11-26T08:00:00Z'],
    ['once told', '2026-11-25T15:00:00Z', '2026-11-25', null, '2026-11-26T08:00:00Z'],
    ['before the clocks go forward', '2026-03-28T12:00:00Z', '2026-03-28', null, '2026-03-29T07:00:00Z'],
  ])('%s', (_name, moment, told, day, next) => {
    expect(morningPlan('09:00', told, at(moment), zone)).toEqual({ day, next: at(next) });
  });

  it('takes the moment after the gap when the clocks skip its time', () => {
    expect(morningPlan('02:30', '2026-03-28', at('2026-03-29T00:10:00Z'), zone)).toEqual({
      day: null,
      next: at('2026-03-29T01:30:00Z'),
    });
  });

  it('can be off', () => {
    expect(morningPlan(null, null, now, zone)).toEqual({ day: null, next: null });
  });
});

it('waits no longer than it should before looking again', () => {
  expect(waitFor(null, now)).toBe(15 * minute);
  expect(waitFor(now + 5_000, now)).toBe(5_000);
  expect(waitFor(now + 10 * minute, now)).toBe(minute);
  expect(waitFor(now + 60 * minute, now)).toBe(15 * minute);
  expect(waitFor(now - 1, now)).toBe(0);
});
