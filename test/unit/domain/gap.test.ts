import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idleStretches, judge, suggestPieces, tiles, without } from '#shared/domain/gap.ts';
import { length, type Span, total } from '#shared/domain/spans.ts';
import { lastShowing, whatToAsk } from '#shared/domain/still-working.ts';

const S = 1_000;
const last = { wall: 1_000 * S, monotonic: 500 * S, uptime: 900 * S, sameRun: true, closed: false };
const later = (wall: number, monotonic: number, uptime: number | null = monotonic) => ({
  wall: (1_000 + wall) * S,
  monotonic: (500 + monotonic) * S,
  uptime: uptime === null ? null : (900 + uptime) * S,
});

describe('what happened since the last sign of life', () => {
  it.each([
    ['nothing', later(30, 30), false, { kind: 'steady', at: 1_030 * S }],
    ['a silence of 90 s', later(90, 30, 90), false, { kind: 'steady', at: 1_090 * S }],
    ['a silence over 90 s', later(91, 30, 91), false, { kind: 'gap', cause: 'sleep' }],
    ['an app that stood still', later(200, 200), false, { kind: 'gap', cause: 'sleep' }],
    ['a clock set ahead', later(3_600, 30), false, { kind: 'gap', cause: 'clock_ahead' }],
    [
      'a clock set ahead, as far as anyone knows',
      later(3_600, 30, null),
      false,
      { kind: 'gap', cause: 'sleep' },
    ],
    ['a sleep that was announced', later(3_600, 30), true, { kind: 'gap', cause: 'sleep' }],
    ['a clock corrected by two seconds', later(28, 30), false, { kind: 'steady', at: 1_028 * S }],
    ['one corrected to before the last sign', later(-1, 1), false, { kind: 'steady', at: 1_000 * S }],
    ['a clock set back', later(-3_570, 30), false, { kind: 'back', at: 1_030 * S, to: -2_570 * S }],
    ['a clock set back by less than a beat', later(20, 30), false, { kind: 'back', at: 1_030 * S }],
    ['a sleep during which it was set back', later(-100, 200), false, { kind: 'back', at: 1_000 * S }],
  ])('%s', (_what, now, suspended, verdict) => {
    expect(judge(last, now, suspended)).toMatchObject(verdict);
  });

  it('tells a crash from an app that was closed, and minds no quick restart', () => {
    const other = { ...last, sameRun: false };
    expect(judge(other, later(500, -400), false)).toMatchObject({ kind: 'gap', cause: 'crash' });
    expect(judge({ ...other, closed: true }, later(500, 9), false)).toMatchObject({ cause: 'closed' });
    expect(judge(other, later(60, -400), false)).toMatchObject({ kind: 'steady' });
    expect(judge(other, later(-60, 0), false)).toMatchObject({ kind: 'back', at: 1_000 * S });
  });
});

const span = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 }))
  .map(([from, size]): Span => ({ from, to: from + size }));

describe('cutting a gap', () => {
  it('leaves exactly what nothing covers', () => {
    fc.assert(
      fc.property(span, fc.array(span), (gap, others) => {
        const rest = without(gap, others);
        const seen = (at: number) => others.some(({ from, to }) => at >= from && at < to);
        let free = 0;
        for (let at = gap.from; at < gap.to; at++) if (!seen(at)) free++;
        expect(total(rest)).toBe(free);
        expect(rest.every((part) => length(part) > 0)).toBe(true);
      }),
    );
  });

  it('suggests pieces that tile it, and nothing where something is tracked', () => {
    const events = fc.array(span.map((one) => ({ ...one, subject: 'event' })));
    fc.assert(
      fc.property(span, events, fc.array(span), (gap, all, taken) => {
        const pieces = suggestPieces(gap, 'running', all, taken);
        if (length(gap) === 0) expect(pieces).toEqual([]);
        else expect(tiles(gap, pieces)).toBe(true);
        for (const { from, to, subject } of pieces) {
          if (subject)
            expect(taken.some((one) => one.from < to && one.to > from && one.to > one.from)).toBe(false);
        }
      }),
    );
  });

  it('asks about nothing shorter than the limit beside a meeting', () => {
    const meeting = { from: 100, to: 200 };
    expect(idleStretches({ from: 95, to: 205 }, [meeting], 10)).toEqual([]);
    expect(idleStretches({ from: 95, to: 210 }, [meeting], 10)).toEqual([{ from: 200, to: 210 }]);
    expect(idleStretches({ from: 50, to: 300 }, [meeting], 10)).toEqual([
      { from: 50, to: 100 },
      { from: 200, to: 300 },
    ]);
  });
});

describe('a timer that may have been forgotten', () => {
  const run = { ran: 0, overMidnight: false, longHours: 8, askedMidnight: false, askedLength: false };
  it('is asked about for each reason once, and never when that is switched off', () => {
    const hours = (ran: number) => ran * 3_600_000;
    expect(whatToAsk({ ...run, ran: hours(7.9) })).toBeNull();
    expect(whatToAsk({ ...run, ran: hours(8) })).toBe('length');
    expect(whatToAsk({ ...run, ran: hours(8), askedLength: true })).toBeNull();
    expect(whatToAsk({ ...run, ran: hours(30), longHours: 0 })).toBeNull();
    expect(whatToAsk({ ...run, overMidnight: true })).toBe('midnight');
    expect(whatToAsk({ ...run, overMidnight: true, askedMidnight: true })).toBeNull();
  });

  it('finds when the clocks showed the time at which the person stopped', () => {
    const from = Date.UTC(2026, 9, 24, 20);
    const to = Date.UTC(2026, 9, 25, 6);
    const at = (time: string) => lastShowing(time, { from, to }, 'Europe/Berlin');
    expect(at('22:00')).toBe(from);
    expect(at('23:15')).toBe(Date.UTC(2026, 9, 24, 21, 15));
    // Shown twice that night: the second time.
    expect(at('02:30')).toBe(Date.UTC(2026, 9, 25, 1, 30));
    expect(at('21:00')).toBeNull();
    expect(at('7')).toBeNull();
  });
});
