import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '#shared/domain/due-day.ts';
import { bookedBy, leftToSell, workingDays } from '#shared/domain/left-to-sell.ts';

const hour = 3600;
const week = [1, 2, 3, 4, 5];
// Monday to Sunday; the 25th is a Wednesday.
const [monday, wednesday, sunday] = ['2026-11-23', '2026-11-25', '2026-11-29'];
const client = { tracked: 0, contracted: null, cycles: [], tasks: 0 };

it('counts the working days of a stretch, both ends included', () => {
  expect(workingDays(monday, sunday, week)).toBe(5);
  expect(workingDays(wednesday, sunday, week)).toBe(3);
  expect(workingDays('2026-11-28', sunday, week)).toBe(0);
  expect(workingDays(sunday, monday, week)).toBe(0);
});

it('books what is left of the hours contracted for the week', () => {
  const own = { ...client, contracted: 10 * hour, tracked: 4 * hour };
  expect(bookedBy(own, wednesday, sunday, week)).toEqual({ agreed: 6 * hour, tasks: 0, booked: 6 * hour });
  expect(bookedBy({ ...own, tracked: 12 * hour }, wednesday, sunday, week).booked).toBe(0);
});

it('spreads the hours left of a cycle over its working days', () => {
  // Wednesday to Friday, and Monday the 30th: 3 of 4 days are in this week.
  const cycles = [{ left: 8 * hour, end: '2026-11-30' }];
  expect(bookedBy({ ...client, cycles }, wednesday, sunday, week).agreed).toBe(6 * hour);
});

it('wants all hours of a cycle now that ends without another working day', () => {
  const cycles = [{ left: 2 * hour, end: sunday }];
  expect(bookedBy({ ...client, cycles }, '2026-11-28', sunday, week).agreed).toBe(2 * hour);
});

it('does due tasks in the hours agreed, and beyond them where they need more', () => {
  const own = { ...client, contracted: 5 * hour };
  expect(bookedBy({ ...own, tasks: 3 * hour }, wednesday, sunday, week).booked).toBe(5 * hour);
  expect(bookedBy({ ...own, tasks: 8 * hour }, wednesday, sunday, week).booked).toBe(8 * hour);
});

it('sells no day that is over, and takes off what today has taken', () => {
  const own = { target: 7 * hour, days: week, trackedToday: 2 * hour, booked: 10 * hour };
  expect(leftToSell(own, wednesday, monday, sunday)).toEqual({
    dayCount: 5,
    daysLeft: 3,
    hours: 35 * hour,
    open: 19 * hour,
    left: 9 * hour,
  });
  expect(leftToSell({ ...own, booked: 20 * hour }, wednesday, monday, sunday).left).toBe(-hour);
  // A long day takes no more than itself, and a day off nothing.
  expect(leftToSell({ ...own, trackedToday: 9 * hour }, wednesday, monday, sunday).open).toBe(14 * hour);
  expect(leftToSell(own, sunday, monday, sunday)).toMatchObject({ daysLeft: 0, open: 0, left: -10 * hour });
});

it('never books less than what is asked for, nor more of a cycle than it has', () => {
  fc.assert(
    fc.property(
      fc.nat(200 * hour),
      fc.nat(40),
      fc.nat(60 * hour),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (left, length, tasks, days) => {
        const cycles = [{ left, end: addDays(wednesday, length) }];
        const { agreed, booked } = bookedBy({ ...client, cycles, tasks }, wednesday, sunday, days);
        expect(agreed).toBeLessThanOrEqual(left);
        expect(booked).toBe(Math.max(agreed, tasks));
        if (length <= 4) expect(agreed).toBe(left);
      },
    ),
  );
});
