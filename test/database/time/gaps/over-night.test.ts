import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { openGaps } from '#test/support/gaps.ts';
import { fjord, newsletter, northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openGaps>;

beforeEach(() => {
  time = openGaps();
});
afterEach(() => time.store.close());

describe('a timer forgotten over night', () => {
  /** Works until 13:20, sleeps until the next morning, and is back for two minutes. */
  function overNight(hours = 18): OpenGap {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    time.pass(20 * MINUTE);
    time.clock.sleep(hours * HOUR);
    time.power.resume();
    time.pass(2 * MINUTE);
    return time.theGap();
  }

  it('is offered to be stopped where the gap began, before anything else', async () => {
    const gap = overNight();
    expect(gap.choices).toEqual(['stop', 'keep', 'discard', 'split']);
    expect(gap.goneOn).toBe(gap.endedAt);
    expect(await time.answer({ id: gap.id, answer: 'stop' })).toMatchObject({ answer: 'discarded' });
    expect(time.timer.running()).toBeNull();
    expect(time.rows()).toEqual([['northwind', 0, 20]]);
    expect(time.days.day('2026-11-26', null).entries).toEqual([]);
    expect(time.open()).toEqual([]);
    expect(time.store.undoState().undo?.key).toBe('undo.gapStopped');
  });

  it('runs again when that is undone, with the time until then as a gap of its own', async () => {
    const gap = overNight();
    await time.answer({ id: gap.id, answer: 'stop' });
    time.pass(3 * MINUTE);
    time.around(() => time.store.undo());
    expect(time.open().map(({ id, cause }) => [id === gap.id, cause])).toEqual([
      [true, 'sleep'],
      [false, 'stopped'],
    ]);
    expect(time.timer.running()).toMatchObject({ taskId: newsletter });
  });

  it('is so by the set length within a day, and by midnight after an hour at least', () => {
    time.preferences.longTimerHours = 3;
    expect(overNight(3).choices[0]).toBe('stop');
    time.timer.stop();
    time.clock.shift(7 * HOUR + 6 * MINUTE);
    time.timer.start({ clientId: fjord });
    time.pass(20 * MINUTE);
    time.clock.sleep(50 * MINUTE);
    time.power.resume();
    const short = time.open().at(-1);
    expect(time.days.day('2026-11-26', null).gaps.map(({ id }) => id)).toEqual([short?.id]);
    expect(short?.choices).toEqual(['keep', 'discard', 'split']);
  });

  it('is not offered, and refused, where other work runs by now or the timer was stopped', async () => {
    const gap = overNight();
    const refused = () =>
      expect(() => time.answer({ id: gap.id, answer: 'stop' })).toThrow(
        expect.objectContaining({ code: 'conflict', details: { reason: 'gap.notRunning' } }),
      );
    time.timer.start({ clientId: fjord });
    expect(time.theGap()).toMatchObject({ choices: ['keep', 'discard', 'split'], goneOn: null });
    refused();
    time.timer.stop();
    refused();
    time.timer.start({ clientId: northwind, taskId: newsletter });
    refused();
    expect(time.timer.running()?.taskId).toBe(newsletter);
  });
});

describe('what nobody can have worked', () => {
  it('is not kept: more than a day in one piece', () => {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    time.pass(20 * MINUTE);
    time.clock.sleep(66 * HOUR);
    time.power.resume();
    const gap = time.theGap();
    expect(gap.choices).toEqual(['stop', 'discard', 'split']);
    expect(() => time.answer({ id: gap.id, answer: 'keep' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'time.tooLong' } }),
    );
    const subject = { clientId: northwind };
    const pieces = [{ from: gap.startedAt, to: gap.endedAt, subject }];
    expect(() => time.answer({ id: gap.id, answer: 'split', pieces })).toThrow(
      expect.objectContaining({ details: { fields: { pieces: 'time.tooLong' } } }),
    );
    const worked = gap.startedAt + 2 * HOUR;
    time.answer({
      ...{ id: gap.id, answer: 'split' },
      pieces: [
        { from: gap.startedAt, to: worked, subject },
        { from: worked, to: gap.endedAt, subject: null },
      ],
    });
    expect(time.open()).toEqual([]);
  });

  it('is not kept: what is still to come, after a clock that was ahead was set right', () => {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    time.pass(20 * MINUTE);
    time.clock.shift(5 * HOUR);
    time.pass(MINUTE);
    time.timer.stop();
    time.clock.shift(-5 * HOUR);
    const gap = time.open().find(({ cause }) => cause === 'clock_ahead');
    expect(gap?.choices).toEqual(['discard', 'split']);
    expect(() => time.answer({ id: gap?.id ?? '', answer: 'keep' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'time.endsLater' } }),
    );
  });
});
