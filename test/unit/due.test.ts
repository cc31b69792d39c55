import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { doubledOf, resolveDue } from '#shared/domain/due.ts';
import { addDays, daysBetween, dueDay, dueState, weekday } from '#shared/domain/due-day.ts';

const at = (iso: string) => Temporal.Instant.from(iso).epochMilliseconds;
const resolved = (...args: Parameters<typeof resolveDue>) => {
  const answer = resolveDue(...args);
  if (answer.kind !== 'due') throw new Error('skipped');
  return answer;
};

describe('a due date', () => {
  it('of a day has no instant and no zone', () => {
    expect(resolved({ date: '2026-11-26', zone: 'Europe/London' })).toEqual({
      kind: 'due',
      due: { date: '2026-11-26', time: null, zone: null, at: null },
      doubled: null,
    });
  });

  it('of a time is an instant in the stated zone', () => {
    const { due } = resolved({ date: '2026-11-26', time: '17:00', zone: 'Europe/Tallinn' });
    expect(due.at).toBe(at('2026-11-26T15:00:00Z'));
    expect(dueDay(due, 'Pacific/Auckland')).toBe('2026-11-27');
    expect(() => resolveDue({ date: '2026-11-26', time: '17:00' })).toThrow('zone');
  });

  it('refuses a time that the clocks skip and names the next one', () => {
    expect(resolveDue({ date: '2026-03-29', time: '02:30', zone: 'Europe/Berlin' })).toEqual({
      kind: 'skipped',
      next: '03:00',
    });
    expect(resolveDue({ date: '2026-10-04', time: '02:10', zone: 'Australia/Lord_Howe' })).toEqual({
      kind: 'skipped',
      next: '02:30',
    });
  });

  it('of a time shown twice takes the earlier unless told, and says which', () => {
    const input = { date: '2026-10-25', time: '02:30', zone: 'Europe/Berlin' };
    const earlier = resolved(input);
    const later = resolved({ ...input, doubled: 'later' });
    expect([earlier.doubled, earlier.due.at]).toEqual(['earlier', at('2026-10-25T00:30:00Z')]);
    expect([later.doubled, later.due.at]).toEqual(['later', at('2026-10-25T01:30:00Z')]);
    expect([doubledOf(earlier.due), doubledOf(later.due)]).toEqual(['earlier', 'later']);
    expect(doubledOf(resolved({ ...input, time: '04:30' }).due)).toBeNull();
  });

  it('reads back as entered, for any minute of any year in any zone', () => {
    const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const minutes = fc.integer({
      min: at('1990-01-01T00:00:00Z') / 60_000,
      max: at('2060-01-01T00:00:00Z') / 60_000,
    });
    fc.assert(
      fc.property(
        minutes,
        zones,
        fc.constantFrom('earlier' as const, 'later' as const),
        (minute, zone, doubled) => {
          const wall = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
            .toZonedDateTimeISO('UTC')
            .toPlainDateTime();
          const [date, time] = [
            wall.toPlainDate().toString(),
            wall.toPlainTime().toString({ smallestUnit: 'minute' }),
          ];
          const answer = resolveDue({ date, time, zone, doubled });
          if (answer.kind === 'skipped') {
            expect(answer.next > time).toBe(true);
            return;
          }
          const back = Temporal.Instant.fromEpochMilliseconds(answer.due.at ?? 0).toZonedDateTimeISO(zone);
          expect(back.toPlainDateTime().equals(wall)).toBe(true);
          expect(answer.due).toMatchObject({ date, time, zone });
        },
      ),
    );
  });

  it('is overdue after its minute, or after its day, where the person is', () => {
    const day = resolved({ date: '2026-11-25' }).due;
    expect(dueState(day, at('2026-11-25T21:59:00Z'), 'Europe/Tallinn')).toBe('today');
    expect(dueState(day, at('2026-11-25T22:00:00Z'), 'Europe/Tallinn')).toBe('overdue');
    expect(dueState(day, at('2026-11-24T12:00:00Z'), 'Europe/Tallinn')).toBe('later');
    const timed = resolved({ date: '2026-11-25', time: '10:00', zone: 'America/New_York' }).due;
    expect(dueState(timed, at('2026-11-25T14:59:00Z'), 'Europe/Tallinn')).toBe('today');
    expect(dueState(timed, at('2026-11-25T15:01:00Z'), 'Europe/Tallinn')).toBe('overdue');
  });

  it('counts days and weekdays across months and leap years', () => {
    expect([addDays('2028-02-28', 1), addDays('2026-03-01', -1)]).toEqual(['2028-02-29', '2026-02-28']);
    expect([daysBetween('2026-11-25', '2026-12-04'), weekday('2026-11-25'), weekday('2026-11-29')]).toEqual([
      9, 3, 7,
    ]);
  });
});
