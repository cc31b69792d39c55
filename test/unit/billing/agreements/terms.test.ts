import { describe, expect, it } from 'vitest';
import { termsByKind } from '#shared/domain/agreement-terms.ts';

const retainer = {
  seconds: 72_000,
  cycleDay: 31,
  carryCap: 18_000,
  carryCycles: 1,
  overageRate: 5000,
  fee: 'advance',
};
const problems = (kind: keyof typeof termsByKind, value: unknown) => {
  const read = termsByKind[kind].safeParse(value);
  return read.success
    ? {}
    : Object.fromEntries(read.error.issues.map((issue) => [issue.path.join('.'), issue.message]));
};

describe('terms that make no sense', () => {
  it('are told at their field', () => {
    expect(problems('retainer', { ...retainer, seconds: -3600 })).toEqual({ seconds: 'agreement.hours' });
    expect(problems('retainer', { ...retainer, seconds: 3600 * 1000 })).toEqual({
      seconds: 'agreement.hoursTooMany',
    });
    expect(problems('retainer', { ...retainer, cycleDay: 32 })).toEqual({ cycleDay: 'agreement.cycleDay' });
    expect(problems('retainer', { ...retainer, carryCap: -1 })).toEqual({ carryCap: 'agreement.carryCap' });
    expect(problems('retainer', { ...retainer, overageRate: -1 })).toEqual({
      overageRate: 'agreement.overageBelow',
    });
    expect(problems('hourly', { kindRates: { writing: 0 } })).toEqual({
      'kindRates.writing': 'agreement.rateZero',
    });
    expect(problems('day_rate', { halfFrom: 300, fullFrom: 120, over: null })).toEqual({
      fullFrom: 'agreement.fullBeforeHalf',
    });
    expect(problems('day_rate', { halfFrom: 1, fullFrom: 300, over: { after: 200, rate: 100 } })).toEqual({
      'over.after': 'agreement.overBeforeFull',
    });
  });

  it('and those that do are taken as they are', () => {
    expect(problems('retainer', retainer)).toEqual({});
    expect(termsByKind.hourly.parse({})).toEqual({ kindRates: {} });
    expect(problems('day_rate', { halfFrom: 1, fullFrom: 240, over: { after: 480, rate: 4000 } })).toEqual(
      {},
    );
  });
});
