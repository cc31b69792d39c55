import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { BEAT } from '#shared/domain/gap.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { addClients, boardPack, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;
let start: number;

beforeEach(() => {
  time = openTime();
  addClients(time.store);
  time.pulse.start();
  start = time.clock.now();
});
afterEach(() => time.store.close());

const at = (minutes: number) => start + minutes * MINUTE;
const pass = (milliseconds: number) => time.clockwork.pass(milliseconds);
const answer = (input: Parameters<(typeof time.handlers)['time.answerGap']>[0]) =>
  time.handlers['time.answerGap'](input);
const open = () => time.handlers['time.gaps'](undefined) as readonly OpenGap[];
const theGap = () => {
  const [gap] = open();
  if (!gap) throw new Error('no gap');
  return gap;
};
const rows = () =>
  time.days
    .day('2026-11-25', null)
    .entries.map(({ clientId, startedAt, endedAt }) => [
      clientId === northwind ? 'northwind' : 'fjord',
      (startedAt - start) / MINUTE,
      endedAt === null ? null : (endedAt - start) / MINUTE,
    ]);

/** Twenty minutes of work, a sleep of 33, five more minutes. */
function workWithGap(): OpenGap {
  time.timer.start({ clientId: northwind, taskId: newsletter });
  pass(20 * MINUTE);
  time.clock.sleep(33 * MINUTE);
  time.power.resume();
  pass(5 * MINUTE);
  return theGap();
}
const rota = {
  key: 'rota@1',
  eventId: 'rota',
  clientId: fjord,
  title: 'Rota call',
  allDay: false,
  meetingUrl: null,
};

describe('a gap that still grows', () => {
  it('is split as it was seen, and its last piece reaches to its end', async () => {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    pass(20 * MINUTE);
    time.power.idle = 33 * 60;
    time.clock.sleep(33 * MINUTE);
    time.power.resume();
    const seen = theGap();
    // No key was pressed, as far as the system knows, until the answer itself.
    time.clock.advance(1_500);
    const middle = seen.startedAt + 10 * MINUTE;
    await answer({
      id: seen.id,
      answer: 'split',
      pieces: [
        { from: seen.startedAt, to: middle, subject: { clientId: fjord } },
        { from: middle, to: seen.endedAt, subject: null },
      ],
    });
    expect(open()).toEqual([]);
    const fjordEntry = time.days.day('2026-11-25', null).entries.find(({ clientId }) => clientId === fjord);
    expect(fjordEntry).toMatchObject({ startedAt: seen.startedAt, endedAt: middle });
    const gap = time.days.day('2026-11-25', null).gaps.find(({ id }) => id === seen.id);
    expect(gap?.endedAt).toBe(seen.endedAt + 1_500);
  });
});

describe('an open gap', () => {
  it('shows what ran, the events of its span and a first guess that tiles it', () => {
    time.events.push({ ...rota, start: at(30), end: at(45) });
    const gap = workWithGap();
    expect(gap).toMatchObject({
      taskTitle: 'December newsletter',
      cause: 'sleep',
      choices: ['keep', 'discard', 'split'],
      kept: { startedAt: start, endedAt: null },
      events: [{ title: 'Rota call', entryId: null }],
    });
    expect(
      gap.suggestion.map(({ from, to, subject }) => [from, to, subject?.taskTitle ?? subject?.note ?? null]),
    ).toEqual([
      [at(20), at(30), 'December newsletter'],
      [at(30), at(45), 'Rota call'],
      [at(45), at(53), null],
    ]);
  });

  it('says what ran even after the entry was deleted', async () => {
    const { entryId } = workWithGap();
    await time.handlers['time.delete']({ ids: [entryId ?? ''] });
    expect(theGap()).toMatchObject({ entryId: null, taskTitle: 'December newsletter' });
  });

  it('is told by day, today and in total, and counts in no sum of work', () => {
    workWithGap();
    const { gaps } = time.days.day('2026-11-25', null);
    expect(gaps).toHaveLength(1);
    expect(time.days.day('2026-11-24', null).gaps).toEqual([]);
    expect(time.days.day('2026-11-25', fjord).gaps).toEqual([]);
    expect(time.days.today()).toMatchObject({
      clients: [{ closed: 20 * MINUTE }],
      review: { count: 1, total: 33 * MINUTE, today: 33 * MINUTE, first: { id: gaps[0]?.id } },
    });
    const week = time.weeks.week('2026-11-25', northwind);
    expect(week.rows.map((row) => row.days[2])).toEqual([25 * MINUTE]);
  });
});

describe('answering', () => {
  it('keep makes one entry of the pieces and the gap, and the timer goes on', async () => {
    const { id, entryId } = workWithGap();
    expect(await answer({ id, answer: 'keep' })).toMatchObject({
      answer: 'kept',
      answeredAt: time.clock.now(),
    });
    expect(rows()).toEqual([['northwind', 0, null]]);
    expect(time.timer.running()?.id).toBe(entryId);
    pass(10 * MINUTE);
    time.timer.stop();
    expect(rows()).toEqual([['northwind', 0, 68]]);
    expect(open()).toEqual([]);
    expect(time.store.undoState().undo?.key).toBe('undo.timerStopped');
  });

  it('keep leaves billed and other work alone and makes an entry of its own', async () => {
    const gap = workWithGap();
    time.timer.start({ clientId: fjord });
    await time.handlers['time.change']({ id: gap.entryId ?? '', note: 'other work' });
    const after = time.days.day('2026-11-25', null).entries[1];
    await time.handlers['time.delete']({ ids: [after?.id ?? ''] });
    await answer({ id: gap.id, answer: 'keep' });
    // The gap is of the entry before it, whose note it follows.
    expect(rows()).toEqual([
      ['northwind', 0, 53],
      ['fjord', 58, null],
    ]);
  });

  it('discard leaves the entries as they are', async () => {
    const { id } = workWithGap();
    const before = rows();
    expect(await answer({ id, answer: 'discard' })).toMatchObject({ answer: 'discarded' });
    expect(rows()).toEqual(before);
    expect(() => answer({ id, answer: 'keep' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'gap.answered' } }),
    );
  });

  it('split makes entries of the pieces, of an event once and for all', async () => {
    time.events.push({ ...rota, start: at(30), end: at(45) });
    const { id } = workWithGap();
    const pieces = [
      { from: at(20), to: at(30), subject: { clientId: northwind, taskId: newsletter } },
      { from: at(30), to: at(45), subject: { clientId: fjord, note: 'Rota call', eventKey: rota.key } },
      { from: at(45), to: at(53), subject: null },
    ];
    expect(await answer({ id, answer: 'split', pieces })).toMatchObject({ answer: 'split' });
    expect(rows()).toEqual([
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
    expect(() => time.handlers['time.fromEvent']({ key: rota.key, start: at(30) })).toThrow(
      expect.objectContaining({ details: { reason: 'time.eventTaken' } }),
    );
    time.around(() => time.store.undo());
    expect(theGap().id).toBe(id);
    expect(rows()).toHaveLength(2);
  });

  it('split refuses pieces that do not tile the gap, lie over tracked time, or belong to others', async () => {
    const { id } = workWithGap();
    const whole = { from: at(20), to: at(53), subject: { clientId: northwind } };
    const refused = (pieces: (typeof whole | { from: number; to: number; subject: null })[], what: object) =>
      expect(() => answer({ id, answer: 'split', pieces })).toThrow(expect.objectContaining(what));
    const tiles = { code: 'invalid_input', details: { fields: { pieces: 'gap.tiles' } } };
    refused([{ ...whole, to: at(52) }], tiles);
    refused([{ ...whole, from: at(19) }], tiles);
    refused(
      [
        { ...whole, to: at(30) },
        { ...whole, from: at(31) },
      ],
      tiles,
    );
    refused([{ ...whole, to: at(20) }, whole], tiles);
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
    expect(theGap()).toMatchObject({ taken: [{ from: at(28), to: at(38) }] });
    await answer({ id, answer: 'keep' });
    expect(rows()).toEqual([
      ['northwind', 0, 28],
      ['fjord', 28, 38],
      ['northwind', 38, null],
    ]);
  });

  it('moves what ran while the clock showed an hour twice, and refuses to bill that hour twice', async () => {
    time.timer.start({ clientId: northwind });
    pass(60 * MINUTE);
    time.clock.shift(-30 * MINUTE);
    pass(20 * MINUTE);
    time.timer.stop();
    const gap = theGap();
    expect(gap).toMatchObject({ cause: 'clock_back', choices: ['discard', 'move'], kept: null });
    const { id } = gap;
    expect(() => answer({ id, answer: 'keep' })).toThrow(
      expect.objectContaining({ details: { reason: 'gap.clockBack' } }),
    );
    expect(() => answer({ id, answer: 'move', from: at(10) })).toThrow(
      expect.objectContaining({ details: { reason: 'gap.taken' } }),
    );
    expect(() => answer({ id, answer: 'move', from: at(600) })).toThrow(
      expect.objectContaining({ details: { fields: { from: 'time.endsLater' } } }),
    );
    await answer({ id, answer: 'move', from: at(-60) });
    expect(gap.endedAt - gap.startedAt).toBe(20 * MINUTE - BEAT);
    expect(rows()[0]).toEqual(['northwind', -60, (-40 * MINUTE - BEAT) / MINUTE]);
  });

  it('keeps the answered gap as evidence', async () => {
    const { id } = workWithGap();
    await answer({ id, answer: 'discard' });
    pass(HOUR);
    expect(time.days.day('2026-11-25', null).gaps).toMatchObject([{ id, answer: 'discarded' }]);
  });
});

describe('a timer forgotten over night', () => {
  /** Works until 13:20, sleeps until the next morning, and is back for two minutes. */
  function overNight(hours = 18): OpenGap {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    pass(20 * MINUTE);
    time.clock.sleep(hours * HOUR);
    time.power.resume();
    pass(2 * MINUTE);
    return theGap();
  }

  it('is offered to be stopped where the gap began, before anything else', async () => {
    const gap = overNight();
    expect(gap.choices).toEqual(['stop', 'keep', 'discard', 'split']);
    expect(gap.goneOn).toBe(gap.endedAt);
    expect(await answer({ id: gap.id, answer: 'stop' })).toMatchObject({ answer: 'discarded' });
    expect(time.timer.running()).toBeNull();
    expect(rows()).toEqual([['northwind', 0, 20]]);
    expect(time.days.day('2026-11-26', null).entries).toEqual([]);
    expect(open()).toEqual([]);
    expect(time.store.undoState().undo?.key).toBe('undo.gapStopped');
  });

  it('runs again when that is undone, with the time until then as a gap of its own', async () => {
    const gap = overNight();
    await answer({ id: gap.id, answer: 'stop' });
    pass(3 * MINUTE);
    time.around(() => time.store.undo());
    expect(open().map(({ id, cause }) => [id === gap.id, cause])).toEqual([
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
    pass(20 * MINUTE);
    time.clock.sleep(50 * MINUTE);
    time.power.resume();
    const short = open().at(-1);
    expect(time.days.day('2026-11-26', null).gaps.map(({ id }) => id)).toEqual([short?.id]);
    expect(short?.choices).toEqual(['keep', 'discard', 'split']);
  });

  it('is not offered, and refused, where other work runs by now or the timer was stopped', async () => {
    const gap = overNight();
    const refused = () =>
      expect(() => answer({ id: gap.id, answer: 'stop' })).toThrow(
        expect.objectContaining({ code: 'conflict', details: { reason: 'gap.notRunning' } }),
      );
    time.timer.start({ clientId: fjord });
    expect(theGap()).toMatchObject({ choices: ['keep', 'discard', 'split'], goneOn: null });
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
    pass(20 * MINUTE);
    time.clock.sleep(66 * HOUR);
    time.power.resume();
    const gap = theGap();
    expect(gap.choices).toEqual(['stop', 'discard', 'split']);
    expect(() => answer({ id: gap.id, answer: 'keep' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'time.tooLong' } }),
    );
    const subject = { clientId: northwind };
    const pieces = [{ from: gap.startedAt, to: gap.endedAt, subject }];
    expect(() => answer({ id: gap.id, answer: 'split', pieces })).toThrow(
      expect.objectContaining({ details: { fields: { pieces: 'time.tooLong' } } }),
    );
    const worked = gap.startedAt + 2 * HOUR;
    answer({
      ...{ id: gap.id, answer: 'split' },
      pieces: [
        { from: gap.startedAt, to: worked, subject },
        { from: worked, to: gap.endedAt, subject: null },
      ],
    });
    expect(open()).toEqual([]);
  });

  it('is not kept: what is still to come, after a clock that was ahead was set right', () => {
    time.timer.start({ clientId: northwind, taskId: newsletter });
    pass(20 * MINUTE);
    time.clock.shift(5 * HOUR);
    pass(MINUTE);
    time.timer.stop();
    time.clock.shift(-5 * HOUR);
    const gap = open().find(({ cause }) => cause === 'clock_ahead');
    expect(gap?.choices).toEqual(['discard', 'split']);
    expect(() => answer({ id: gap?.id ?? '', answer: 'keep' })).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'time.endsLater' } }),
    );
  });
});
