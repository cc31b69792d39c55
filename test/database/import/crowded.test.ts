import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commitGivingWay } from '#main/features/import/job/commit.ts';
import { Pulse } from '#main/features/import/job/pulse.ts';
import { openDatabase } from '#main/store/open.ts';
import { Turn } from '#main/store/turn.ts';
import { openTestStore } from '#test/support/store.ts';

/** Somebody who wants to write in the middle of every attempt but the last of `times`. */
class Crowded extends Turn {
  #left: number;
  begun = 0;

  constructor(times: number) {
    super();
    this.#left = times;
  }

  override copying<T>(work: () => T): T {
    this.begun += 1;
    return super.copying(work);
  }

  override wanted(): boolean {
    // It is asked before an attempt too, when there is nothing to give way with yet.
    return sql.inTransaction && this.#left-- > 0;
  }
}

const { sql } = openTestStore();
sql.exec('CREATE TABLE copies (n INTEGER PRIMARY KEY)');
const insert = sql.prepare('INSERT INTO copies VALUES (?)');
const count = () => sql.prepare('SELECT count(*) FROM copies').pluck().get();
const work = { steps: 250, before() {}, step: (index: number) => void insert.run(index), after() {} };

/** Rests end at once. */
class Restless extends Pulse {
  constructor() {
    super(new SharedArrayBuffer(4), () => 0);
  }
  override rest(): void {}
}

it('ends with a word, and nothing left, when it has to give way again and again', () => {
  const turn = new Crowded(Number.POSITIVE_INFINITY);
  expect(() => commitGivingWay(sql, turn, new Restless(), work)).toThrow(
    expect.objectContaining({ code: 'unavailable', details: { reason: 'import.crowded' } }),
  );
  expect(turn.begun).toBe(30);
  expect(count()).toBe(0);
});

it('comes whole when it had to give way now and then', () => {
  commitGivingWay(sql, new Crowded(12), new Restless(), work);
  expect(count()).toBe(250);
});

it('does not keep the turn for somebody who reads for long', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-crowded-'));
  const file = join(folder, 'clientele.db');
  const { sql: writer } = openTestStore(file);
  writer.exec('CREATE TABLE copies (n INTEGER PRIMARY KEY)');
  const reader = openDatabase(file, { readOnly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM copies').get();
  const put = writer.prepare('INSERT INTO copies VALUES (?)');
  const usual = writer.pragma('busy_timeout', { simple: true });
  const before = performance.now();
  commitGivingWay(writer, new Turn(), new Restless(), { ...work, step: (index) => void put.run(index) });
  // Far less than the five seconds that the database otherwise waits for others.
  expect(performance.now() - before).toBeLessThan(2_500);
  expect(writer.pragma('busy_timeout', { simple: true })).toBe(usual);
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});
