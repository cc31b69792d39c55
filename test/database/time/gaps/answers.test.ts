import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { BEAT } from '#shared/domain/gap.ts';
import { openGaps } from '#test/support/gaps.ts';
import { fjord, northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openGaps>;

beforeEach(() => {
  time = openGaps();
});
afterEach(() => time.store.close());

describe('answering', () => {
  it('keep makes one entry of the pieces and the gap, and the timer goes on', async () => {
    const { id, entryId } = time.workWithGap();
    expect(await time.answer({ id, answer: 'keep' })).toMatchObject({
      answer: 'kept',
      answeredAt: time.clock.now(),
    });
    expect(time.rows()).toEqual([['northwind', 0, null]]);
    expect(time.timer.running()?.id).toBe(entryId);
    time.pass(10 * MINUTE);
    time.timer.stop();
    expect(time.rows()).toEqual([['northwind', 0, 68]]);
    expect(time.open()).toEqual([]);
    expect(time.store.undoState().undo?.key).toBe('undo.timerStopped');
  });

  it('keep leaves billed and other work alone and makes an entry of its own', async () => {
    const gap = time.workWithGap();
    time.timer.start({ clientId: fjord });
    await time.handlers['time.change']({ id: gap.entryId ?? '', note: 'other work' });
    const after = time.days.day('2026-11-25', null).entries[1];
    await time.handlers['time.delete']({ ids: [after?.id ?? ''] });
    await time.answer({ id: gap.id, answer: 'keep' });
    // The gap is of the entry before it, whose note it follows.
    expect(time.rows()).toEqual([
      ['northwind', 0, 53],
      ['fjord', 58, null],
    ]);
  });

  it('discard leaves the entries as they are', async () => {
    const { id } = time.workWithGap();
    const before = time.rows();
    expect(await time.answer({ id, answer: 'discard' })).toMatchObject({ answer: 'discarded' });
    expect(time.rows()).toEqual(before);
    expect(() => time.answer({ id, answer: 'keep' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'gap.answered' } }),
    );
  });

  it('moves what ran while the clock showed an hour twice, and refuses to bill that hour twice', async () => {
    time.timer.start({ clientId: northwind });
    time.pass(60 * MINUTE);
    time.clock.shift(-30 * MINUTE);
    time.pass(20 * MINUTE);
    time.timer.stop();
    const gap = time.theGap();
    expect(gap).toMatchObject({ cause: 'clock_back', choices: ['discard', 'move'], kept: null });
    const { id } = gap;
    expect(() => time.answer({ id, answer: 'keep' })).toThrow(
      expect.objectContaining({ details: { reason: 'gap.clockBack' } }),
    );
    expect(() => time.answer({ id, answer: 'move', from: time.at(10) })).toThrow(
      expect.objectContaining({ details: { reason: 'gap.taken' } }),
    );
    expect(() => time.answer({ id, answer: 'move', from: time.at(600) })).toThrow(
      expect.objectContaining({ details: { fields: { from: 'time.endsLater' } } }),
    );
    await time.answer({ id, answer: 'move', from: time.at(-60) });
    expect(gap.endedAt - gap.startedAt).toBe(20 * MINUTE - BEAT);
    expect(time.rows()[0]).toEqual(['northwind', -60, (-40 * MINUTE - BEAT) / MINUTE]);
  });

  it('keeps the answered gap as evidence', async () => {
    const { id } = time.workWithGap();
    await time.answer({ id, answer: 'discard' });
    time.pass(HOUR);
    expect(time.days.day('2026-11-25', null).gaps).toMatchObject([{ id, answer: 'discarded' }]);
  });
});
