import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { openGaps, rota } from '#test/support/gaps.ts';
import { boardPack, fjord, newsletter, northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openGaps>;

beforeEach(() => {
  time = openGaps();
});
afterEach(() => time.store.close());

describe('splitting a gap', () => {
  it('split makes entries of the pieces, of an event once and for all', async () => {
    time.events.push({ ...rota, start: time.at(30), end: time.at(45) });
    const { id } = time.workWithGap();
    const pieces = [
      { from: time.at(20), to: time.at(30), subject: { clientId: northwind, taskId: newsletter } },
      {
        from: time.at(30),
        to: time.at(45),
        subject: { clientId: fjord, note: 'Rota call', eventKey: rota.key },
      },
      { from: time.at(45), to: time.at(53), subject: null },
    ];
    expect(await time.answer({ id, answer: 'split', pieces })).toMatchObject({ answer: 'split' });
    expect(time.rows()).toEqual([
      ['northwind', 0, 20],
      ['northwind', 20, 30],
      ['fjord', 30, 45],
      ['northwind', 53, null],
    ]);
    const { events, entries } = time.days.day('2026-11-25', null);
    expect(events[0]?.entryId).toBe(entries[2]?.id);
    expect(entries.slice(1, 3).map(({ category, source }) => [category, source])).toEqual([
      ['key', 'timer'],
      [null, 'event'],
    ]);
    expect(() => time.handlers['time.fromEvent']({ key: rota.key, start: time.at(30) })).toThrow(
      expect.objectContaining({ details: { reason: 'time.eventTaken' } }),
    );
    time.around(() => time.store.undo());
    expect(time.theGap().id).toBe(id);
    expect(time.rows()).toHaveLength(2);
  });

  it('split refuses pieces that do not tile the gap, lie over tracked time, or belong to others', async () => {
    const { id } = time.workWithGap();
    const whole = { from: time.at(20), to: time.at(53), subject: { clientId: northwind } };
    const refused = (pieces: (typeof whole | { from: number; to: number; subject: null })[], what: object) =>
      expect(() => time.answer({ id, answer: 'split', pieces })).toThrow(expect.objectContaining(what));
    const tiles = { code: 'invalid_input', details: { fields: { pieces: 'gap.tiles' } } };
    refused([{ ...whole, to: time.at(52) }], tiles);
    refused([{ ...whole, from: time.at(19) }], tiles);
    refused(
      [
        { ...whole, to: time.at(30) },
        { ...whole, from: time.at(31) },
      ],
      tiles,
    );
    refused([{ ...whole, to: time.at(20) }, whole], tiles);
    refused([{ ...whole, subject: { clientId: northwind, taskId: boardPack } as never }], {
      details: { fields: { taskId: 'time.otherClient' } },
    });
    await time.handlers['time.add']({
      clientId: fjord,
      start: { date: '2026-11-25', time: '13:10' },
      end: { date: '2026-11-25', time: '13:20' },
      zone: 'Europe/Tallinn',
    });
    refused([whole], { code: 'conflict', details: { reason: 'gap.taken' } });
    expect(time.theGap()).toMatchObject({ taken: [{ from: time.at(28), to: time.at(38) }] });
    await time.answer({ id, answer: 'keep' });
    expect(time.rows()).toEqual([
      ['northwind', 0, 28],
      ['fjord', 28, 38],
      ['northwind', 38, null],
    ]);
  });
});

describe('a gap that still grows', () => {
  it('is split as it was seen, and its last piece reaches to its end', async () => {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    time.pass(20 * MINUTE);
    time.power.idle = 33 * 60;
    time.clock.sleep(33 * MINUTE);
    time.power.resume();
    const seen = time.theGap();
    // No key was pressed, as far as the system knows, until the answer itself.
    time.clock.advance(1_500);
    const middle = seen.startedAt + 10 * MINUTE;
    await time.answer({
      id: seen.id,
      answer: 'split',
      pieces: [
        { from: seen.startedAt, to: middle, subject: { clientId: fjord } },
        { from: middle, to: seen.endedAt, subject: null },
      ],
    });
    expect(time.open()).toEqual([]);
    const fjordEntry = time.days.day('2026-11-25', null).entries.find(({ clientId }) => clientId === fjord);
    expect(fjordEntry).toMatchObject({ startedAt: seen.startedAt, endedAt: middle });
    const gap = time.days.day('2026-11-25', null).gaps.find(({ id }) => id === seen.id);
    expect(gap?.endedAt).toBe(seen.endedAt + 1_500);
  });
});
