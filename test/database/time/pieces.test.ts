import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { EntryChange, EntryView } from '#shared/ipc/time.ts';
import { addClients, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

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
const call = <Name extends 'time.split' | 'time.merge' | 'time.moveEdge'>(
  name: Name,
  input: Parameters<(typeof time.handlers)[Name]>[0],
) => (time.handlers[name] as (given: unknown) => unknown)(input) as EntryView;
const split = (id: string, minutes: number) =>
  call('time.split', { id, at: at(minutes) }) as unknown as readonly [EntryView, EntryView];
const history = (id: string) => time.handlers['time.history']({ id }) as EntryChange[];
const span = ({ startedAt, endedAt }: EntryView) => [
  (startedAt - start) / MINUTE,
  endedAt === null ? null : (endedAt - start) / MINUTE,
];
const reason = (key: string) => expect.objectContaining({ details: { reason: key } });

function worked(minutes: number, clientId = northwind, taskId: string | null = null, note = ''): EntryView {
  time.timer.start({ clientId, taskId, note });
  pass(minutes * MINUTE);
  const entry = time.timer.stop();
  if (!entry) throw new Error('nothing stopped');
  return entry;
}

describe('splitting', () => {
  it('cuts an entry in two that add up, alike in everything else, in one step', () => {
    const entry = worked(30, northwind, newsletter, 'draft');
    const [first, second] = split(entry.id, 12);
    expect([span(first), span(second)]).toEqual([
      [0, 12],
      [12, 30],
    ]);
    expect(second).toEqual({ ...entry, id: second.id, startedAt: at(12) });
    expect(history(entry.id)).toMatchObject([{ before: { endedAt: at(30) }, after: { endedAt: at(12) } }]);
    expect(time.store.undo()?.key).toBe('undo.entrySplit');
    expect(time.days.day('2026-11-25', null).entries).toEqual([entry]);
  });

  it('refuses a moment outside', () => {
    const { id } = worked(30);
    for (const minutes of [0, 30, -5, 40]) {
      expect(() => split(id, minutes)).toThrow(
        expect.objectContaining({ details: { fields: { at: 'time.notWithin' } } }),
      );
    }
  });

  it('lets the second piece of a running entry run on, with its heartbeat', () => {
    const { id } = time.timer.start({ clientId: northwind });
    pass(30 * MINUTE);
    const [first, second] = split(id, 10);
    expect([span(first), span(second)]).toEqual([
      [0, 10],
      [10, null],
    ]);
    expect(time.store.sql.prepare('SELECT entry_id FROM timer_beat').pluck().get()).toBe(second.id);
    time.clock.sleep(HOUR);
    time.power.resume();
    expect(time.days.today().review.total).toBe(HOUR);
  });
});

describe('merging', () => {
  it('makes one entry of pieces that touch, with both notes, and keeps what each was', () => {
    const entry = worked(30, northwind, newsletter, 'draft');
    const [, second] = split(entry.id, 12);
    void time.handlers['time.change']({ id: second.id, note: 'proof' });
    const merged = call('time.merge', { ids: [second.id, entry.id] });
    expect(merged).toEqual({ ...entry, note: 'draft\nproof' });
    expect(history(second.id).at(-1)).toMatchObject({ before: { note: 'proof' }, after: null });
    time.store.undo();
    expect(time.days.day('2026-11-25', null).entries.map(span)).toEqual([
      [0, 12],
      [12, 30],
    ]);
  });

  it('refuses holes, other work and a single one', () => {
    const first = worked(10);
    pass(MINUTE);
    const second = worked(10);
    const other = worked(10, fjord);
    const task = worked(10, northwind, newsletter);
    const merge = (...parts: EntryView[]) => call('time.merge', { ids: parts.map(({ id }) => id) });
    expect(() => merge(first, second)).toThrow(reason('time.mergeApart'));
    expect(() => merge(second, other)).toThrow(reason('time.mergeOther'));
    expect(() => merge(second, task)).toThrow(reason('time.mergeOther'));
    expect(() => merge(first, first)).toThrow(
      expect.objectContaining({ details: { fields: { ids: 'time.mergeTwo' } } }),
    );
  });

  it('refuses notes that are too long for one entry, and cuts none', () => {
    const entry = worked(30, northwind, newsletter, 'a'.repeat(1_500));
    const [, second] = split(entry.id, 12);
    const merge = () => call('time.merge', { ids: [second.id, entry.id] });
    void time.handlers['time.change']({ id: second.id, note: 'b'.repeat(500) });
    expect(merge).toThrow(
      expect.objectContaining({ details: { reason: 'time.mergeNotes', values: { most: 2_000 } } }),
    );
    expect(time.days.day('2026-11-25', null).entries.map(({ note }) => note.length)).toEqual([1_500, 500]);
    void time.handlers['time.change']({ id: second.id, note: 'b'.repeat(499) });
    expect(merge().note).toHaveLength(2_000);
  });

  it('keeps the timer running when the last piece runs', () => {
    const entry = time.timer.start({ clientId: northwind });
    pass(30 * MINUTE);
    const [first, second] = split(entry.id, 10);
    expect(call('time.merge', { ids: [first.id, second.id] })).toEqual(entry);
    pass(10 * MINUTE);
    expect(time.days.today().review.count).toBe(0);
    expect(time.timer.stop()?.endedAt).toBe(at(40));
  });
});

describe('moving an edge', () => {
  const move = (id: string, edge: 'start' | 'end', minutes: number) =>
    span(call('time.moveEdge', { id, edge, at: at(minutes) }));

  it('goes where it is dragged, and no further than neighbours, open gaps and now', () => {
    const first = worked(10);
    pass(10 * MINUTE);
    const second = worked(10, fjord);
    pass(10 * MINUTE);
    expect(move(first.id, 'end', 14)).toEqual([0, 14]);
    expect(move(first.id, 'end', 25)).toEqual([0, 20]);
    expect(move(second.id, 'start', 3)).toEqual([20, 30]);
    expect(move(second.id, 'end', 500)).toEqual([20, 40]);
    expect(move(second.id, 'start', 26)).toEqual([26, 40]);
    expect(() => move(second.id, 'start', 40)).toThrow(
      expect.objectContaining({ details: { fields: { at: 'time.endBeforeStart' } } }),
    );
    time.timer.start({ clientId: northwind });
    pass(5 * MINUTE);
    time.clock.sleep(20 * MINUTE);
    time.timer.stop();
    const third = time.days.day('2026-11-25', null).entries.at(-1);
    expect(move(third?.id ?? '', 'end', 60)).toEqual([40, 45]);
  });

  it('moves the start of what runs, but has no end to move', () => {
    pass(10 * MINUTE);
    const { id } = time.timer.start({ clientId: northwind });
    pass(10 * MINUTE);
    expect(move(id, 'start', 4)).toEqual([4, null]);
    expect(() => move(id, 'end', 15)).toThrow(reason('time.edgeRuns'));
  });

  it('leaves an overlap alone that a person typed', async () => {
    const first = worked(30);
    const typed = await time.handlers['time.add']({
      clientId: fjord,
      start: { date: '2026-11-25', time: '12:50' },
      end: { date: '2026-11-25', time: '13:02' },
      zone: 'Europe/Tallinn',
    });
    expect(move(typed.id, 'end', 25)).toEqual([8, 25]);
    expect(span(first)).toEqual([0, 30]);
  });
});
