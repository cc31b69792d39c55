import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayWorth } from '#shared/domain/day-rate.ts';
import { effectiveRate } from '#shared/domain/effective-rate.ts';

const terms = { halfFrom: 60, fullFrom: 240, over: { after: 480, rate: 4000 } };
const of = (minutes: number) => dayWorth(minutes * 60, 28_000, terms, 'EUR');

it('counts nothing, half and whole days from their minutes on, and hours beyond by the hour', () => {
  expect(of(59)).toEqual({ days: 0, overSeconds: 0, dayNet: 0, overNet: 0, net: 0 });
  expect(of(60)).toMatchObject({ days: 500, net: 14_000 });
  expect(dayWorth(240 * 60 - 1, 28_000, terms, 'EUR')).toMatchObject({ days: 500 });
  expect(of(240)).toMatchObject({ days: 1000, net: 28_000 });
  expect(of(480)).toMatchObject({ days: 1000, overSeconds: 0, net: 28_000 });
  expect(of(570)).toEqual({ days: 1000, overSeconds: 5400, dayNet: 28_000, overNet: 6000, net: 34_000 });
  expect(dayWorth(570 * 60, 28_000, { ...terms, over: null }, 'EUR').net).toBe(28_000);
  // Half of an odd price is rounded once, away from zero.
  expect(dayWorth(3600, 28_001, terms, 'EUR').net).toBe(14_001);
});

it('never pays less for more work', () => {
  const minutes = fc.integer({ min: 1, max: 1440 });
  const any = fc
    .record({ a: minutes, b: minutes, c: minutes, over: fc.option(fc.integer({ min: 1, max: 90_000 })) })
    .map(({ a, b, c, over }) => {
      const [half = 1, full = 1, after = 1] = [a, b, c].sort((x, y) => x - y);
      return { halfFrom: half, fullFrom: full, over: over === null ? null : { after, rate: over } };
    });
  fc.assert(
    fc.property(
      any,
      fc.nat(86_400),
      fc.nat(3600),
      fc.integer({ min: 1, max: 1e6 }),
      (some, seconds, more, rate) => {
        const less = dayWorth(seconds, rate, some, 'JPY');
        const most = dayWorth(seconds + more, rate, some, 'JPY');
        expect(most.net).toBeGreaterThanOrEqual(less.net);
        expect([0, 500, 1000]).toContain(less.days);
      },
    ),
  );
});

it('says what an hour brought', () => {
  expect(effectiveRate({ amount: 76_000, currency: 'EUR' }, 16 * 3600)).toEqual({
    amount: 4750,
    currency: 'EUR',
  });
  expect(effectiveRate({ amount: 76_000, currency: 'EUR' }, 0)).toBeNull();
});
