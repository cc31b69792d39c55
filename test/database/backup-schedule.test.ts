import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BackupService } from '#main/features/backup/service.ts';
import { Backups } from '#main/store/backups.ts';
import type { Store } from '#main/store/store.ts';
import { FakeClock } from '#test/support/clock.ts';
import { openTestStore } from '#test/support/store.ts';
import { FakeTimer } from '#test/support/timer.ts';

const hour = 3_600_000;
let folder: string;
let store: Store;
let clock: FakeClock;
let timer: FakeTimer;
let backups: Backups;
let service: BackupService;
let begun: Promise<unknown>[];
let failures: string[];

class Watched extends Backups {
  override create(...what: Parameters<Backups['create']>): ReturnType<Backups['create']> {
    const made = super.create(...what);
    begun.push(made);
    return made;
  }
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-schedule-'));
  store = openTestStore(join(folder, 'clientele.db'));
  clock = new FakeClock('2026-11-25T00:10:00Z', 'UTC');
  timer = new FakeTimer(clock);
  backups = new Watched(join(folder, 'backups'), clock);
  begun = [];
  failures = [];
  const logger = { info() {}, warn() {}, error: (event: string) => void failures.push(event) };
  service = new BackupService({ store, backups, clock, timer, logger });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const change = () => store.feed.publish([{ topic: 'clients', clientId: null }]);

/** How many there are once those that were begun are done. */
async function settled(): Promise<number> {
  await turn();
  await Promise.allSettled(begun);
  await turn();
  return backups.list().length;
}

const turn = () => new Promise((done) => setImmediate(done));

it('makes a backup at once, and the next when four hours have passed and something has changed', async () => {
  service.start();
  expect(await settled()).toBe(1);
  timer.pass(8 * hour);
  expect(await settled()).toBe(1);
  change();
  timer.pass(10 * 60_000);
  expect(await settled()).toBe(2);
  change();
  timer.pass(4 * hour - 10 * 60_000);
  expect(await settled()).toBe(2);
  timer.pass(10 * 60_000);
  expect(await settled()).toBe(3);
});

it('ends when it is stopped, and waits for nothing more', async () => {
  service.start();
  expect(await settled()).toBe(1);
  service.stop();
  expect(timer.count).toBe(0);
  change();
  timer.pass(8 * hour);
  expect(await settled()).toBe(1);
});

it('says in the log that one failed, and tries again at the next look', async () => {
  writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
  service.start();
  await expect(settled()).rejects.toThrow('ENOTDIR');
  expect(failures).toEqual(['backup.failed']);
  rmSync(join(folder, 'backups'));
  timer.pass(10 * 60_000);
  expect(await settled()).toBe(1);
});
