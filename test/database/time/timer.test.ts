import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore } from '#test/support/store.ts';
import { addClients, boardPack, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;

beforeEach(() => {
  time = openTime();
  addClients(time.store);
});
afterEach(() => time.store.close());

const open = () =>
  time.store.sql.prepare('SELECT count(*) FROM time_entries WHERE ended_at IS NULL').pluck().get();

describe('the timer', () => {
  it('starts on a task, in the zone of the computer, with the category of the task', () => {
    const entry = time.timer.start({ clientId: northwind, taskId: newsletter });
    expect(entry).toMatchObject({
      clientName: 'Northwind Bakery',
      taskTitle: 'December newsletter',
      category: 'key',
      startedAt: time.clock.now(),
      endedAt: null,
      zone: 'Europe/Tallinn',
      source: 'timer',
    });
    expect(time.timer.running()).toEqual(entry);
  });

  it('switches in one step that undo takes back as one', () => {
    const first = time.timer.start({ clientId: northwind, taskId: newsletter });
    time.clock.advance(60_000);
    const second = time.timer.start({ clientId: fjord }, 'timerSwitched');
    expect(open()).toBe(1);
    expect(second.startedAt - first.startedAt).toBe(60_000);
    expect(time.store.undoState().undo?.key).toBe('undo.timerSwitched');
    time.store.undo();
    expect(time.timer.running()).toMatchObject({ id: first.id, endedAt: null });
    time.store.redo();
    expect(time.timer.running()?.id).toBe(second.id);
  });

  it('leaves the same work running, and forgets nothing', () => {
    const first = time.timer.start({ clientId: northwind, taskId: newsletter });
    time.clock.advance(5_000);
    expect(time.timer.start({ clientId: northwind, taskId: newsletter })).toEqual(first);
    expect(time.store.sql.prepare('SELECT count(*) FROM time_entries').pluck().get()).toBe(1);
  });

  it('stops, resumes the last, and says when there is nothing to resume', () => {
    expect(() => time.timer.resume()).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'time.nothingToResume' } }),
    );
    expect(time.timer.stop()).toBeNull();
    time.timer.start({ clientId: northwind, taskId: newsletter, note: 'draft' });
    time.clock.advance(90_000);
    const stopped = time.timer.stop();
    expect((stopped?.endedAt ?? 0) - (stopped?.startedAt ?? 0)).toBe(90_000);
    time.clock.advance(1_000);
    const again = time.timer.resume();
    expect(again).toMatchObject({ taskId: newsletter, note: 'draft', startedAt: time.clock.now() });
    expect(time.timer.resume()).toEqual(again);
  });

  it('never makes negative time of a clock that was set back', () => {
    time.timer.start({ clientId: northwind });
    time.clock.jumpTo('2026-11-25T09:00:00Z');
    const stopped = time.timer.stop();
    expect(stopped?.endedAt).toBe(stopped?.startedAt);
  });

  it('refuses unknown clients and tasks of others', () => {
    expect(() => time.timer.start({ clientId: newsletter })).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
    expect(() => time.timer.start({ clientId: northwind, taskId: boardPack })).toThrow(
      expect.objectContaining({ details: { fields: { taskId: 'time.otherClient' } } }),
    );
    expect(open()).toBe(0);
  });
});

describe('one running entry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-time-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is all the database allows, whoever writes', () => {
    const file = join(folder, 'workspace.db');
    const here = openTime(file);
    addClients(here.store);
    const there = openTestStore(file);
    const insert = `INSERT INTO time_entries (id, client_id, started_at, zone, source, created_at, updated_at)
      VALUES (?, '${northwind}', 1, 'UTC', 'timer', 1, 1)`;
    here.timer.start({ clientId: northwind });
    expect(() => there.write(() => there.sql.prepare(insert).run('second'))).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    here.timer.stop();
    there.write(() => there.sql.prepare(insert).run('second'));
    expect(here.timer.running()?.id).toBe('second');
    // The service sees the other connection's timer and switches from it.
    here.timer.start({ clientId: fjord });
    expect(there.sql.prepare('SELECT count(*) FROM time_entries WHERE ended_at IS NULL').pluck().get()).toBe(
      1,
    );
    there.close();
    here.store.close();
  });
});
