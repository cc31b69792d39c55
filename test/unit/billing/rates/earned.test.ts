import { expect, it } from 'vitest';
import { type EarningWork, earnedBy, earnedTogether } from '#shared/domain/earned.ts';
import { earnedFee, effectiveRate } from '#shared/domain/effective-rate.ts';

const hour = 3600;
const agreed = { agreementId: 'a', termsId: 't', currency: 'EUR' };
const work = (rest: Partial<EarningWork>): EarningWork => ({
  price: { ...agreed, by: 'hour', rate: 4000 },
  currency: 'EUR',
  date: '2026-11-02',
  rawSeconds: hour,
  seconds: hour,
  unpaid: null,
  invoiced: null,
  frozen: false,
  ...rest,
});

it('rates what was earned over all time, given away or not', () => {
  const all = [
    work({}),
    work({ rawSeconds: 2 * hour, seconds: 2 * hour }),
    work({ unpaid: 'notBillable' }),
    work({ unpaid: 'writtenOff' }),
    work({ price: { by: 'none', besideTasks: false } }),
  ];
  expect(earnedBy(all, [])).toEqual([
    {
      currency: 'EUR',
      amount: 12_000,
      seconds: 6 * hour,
      rate: 2000,
      parts: [{ by: 'hours', amount: 12_000, seconds: 3 * hour }],
      notBillable: hour,
      writtenOff: hour,
      unpriced: hour,
    },
  ]);
});

it('earns by the rounded time and rates by the time that was tracked', () => {
  const [earned] = earnedBy([work({ rawSeconds: 1800, seconds: hour })], []);
  expect(earned).toMatchObject({ amount: 4000, seconds: 1800, rate: 8000 });
});

it('counts a day once, by all of its work', () => {
  const price = {
    ...agreed,
    by: 'day',
    rate: 28_000,
    terms: { halfFrom: 1, fullFrom: 300, over: null },
  } as const;
  const days = [
    work({ price, rawSeconds: 3 * hour, seconds: 3 * hour }),
    work({ price, rawSeconds: 2 * hour, seconds: 2 * hour }),
    work({ price, date: '2026-11-03' }),
  ];
  expect(earnedBy(days, [])[0]).toMatchObject({ amount: 42_000, seconds: 6 * hour, rate: 7000 });
});

it('keeps currencies apart, and adds clients within one', () => {
  const euro = earnedBy([work({})], [{ by: 'fees', amount: 1000, currency: 'GBP' }]);
  expect(euro.map(({ currency, amount, rate }) => [currency, amount, rate])).toEqual([
    ['EUR', 4000, 4000],
    ['GBP', 1000, null],
  ]);
  const both = earnedTogether([...euro, ...earnedBy([work({ unpaid: 'notBillable' })], [])]);
  expect(both[0]).toMatchObject({ currency: 'EUR', amount: 4000, seconds: 2 * hour, rate: 2000 });
  expect(both[0]?.parts).toEqual([{ by: 'hours', amount: 4000, seconds: hour }]);
});

it('earns a fee evenly by the day', () => {
  const fee = { amount: 3000, currency: 'EUR' };
  const cycle = { start: '2026-11-01', end: '2026-11-30' };
  expect(earnedFee(fee, cycle, '2026-11-01', '2026-11-30')).toBe(3000);
  expect(earnedFee(fee, cycle, '2026-11-11', '2026-11-20')).toBe(1000);
  expect(earnedFee(fee, cycle, '2026-10-01', '2026-11-03')).toBe(300);
  expect(earnedFee(fee, cycle, '2026-12-01', '2026-12-31')).toBe(0);
});

it('rates nothing where no time was tracked', () => {
  expect(effectiveRate({ amount: 1000, currency: 'EUR' }, 0)).toBeNull();
});
