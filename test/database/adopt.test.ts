import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backups } from '#main/store/backups.ts';
import { applicationId } from '#main/store/identity.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openStore } from '#main/store/open-store.ts';
import type { Store } from '#main/store/store.ts';
import { FakeClock } from '#test/support/clock.ts';

let folder: string;
let stick: string;
let backups: Backups;
/** Where the workspace that is open now lies. */
let own: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-adopt-'));
  stick = join(folder, 'stick.db');
  own = join(folder, 'clientele.db');
  backups = new Backups(join(folder, 'backups'), new FakeClock());
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = () => readdirSync(join(folder, 'backups'));

/** A workspace with one client, as another computer would have it. */
function elsewhere(file: string): Store {
  const others = new Backups(join(folder, 'other-backups'), new FakeClock());
  const store = openStore(file, others, (error) => {
    throw error;
  });
  store.write(() =>
    store.sql.exec(`INSERT INTO clients
      (id, name, code, color, zone, working_hours, language, currency, notes, created_at, updated_at)
      VALUES ('c1', 'Brought', 'BR', 1, 'UTC', '[]', 'en', 'EUR', hex(zeroblob(100000)), 1, 1)`),
  );
  return store;
}

function change(file: string, statement: string): void {
  const sql = new Database(file);
  sql.exec(statement);
  sql.close();
}

async function restored(): Promise<unknown[]> {
  const target = join(folder, 'clientele.db');
  await backups.prepareRestore('chosen.db', target);
  backups.restorePrepared(target);
  const sql = new Database(target, { readonly: true });
  const names = sql.prepare('SELECT name FROM clients').pluck().all();
  sql.close();
  return names;
}

describe('a file that a person chose', () => {
  it('is checked, copied and restored, and the copy does not stay', async () => {
    elsewhere(stick).close();
    const before = readFileSync(stick);
    chmodSync(stick, 0o444);
    const chosen = await backups.adopt(stick, own);
    expect(chosen).toMatchObject({ name: 'chosen.db', file: 'stick.db', bytes: before.length });
    expect(statSync(backups.path('chosen.db')).mode & 0o200).toBe(0o200);
    expect(chosen.at).toBe(Math.floor(statSync(stick).mtimeMs));
    expect(backups.list()).toEqual([]);
    expect(await restored()).toEqual(['Brought']);
    expect(inFolder()).toEqual([]);
    expect(readFileSync(stick).equals(before)).toBe(true);
  });

  it('says by its name when it was made', async () => {
    const store = elsewhere(join(folder, 'old.db'));
    const named = join(folder, 'clientele-20261125T223000Z-manual.db');
    await store.sql.backup(named);
    store.close();
    expect((await backups.adopt(named, own)).at).toBe(Date.UTC(2026, 10, 25, 22, 30));
  });

  it('may be the workspace itself, with its last changes in the log beside it', async () => {
    const store = elsewhere(join(folder, 'old.db'));
    copyFileSync(join(folder, 'old.db'), stick);
    copyFileSync(join(folder, 'old.db-wal'), `${stick}-wal`);
    store.close();
    await backups.adopt(stick, own);
    expect(inFolder()).toEqual(['chosen.db']);
    expect(await restored()).toEqual(['Brought']);
  });

  it('may come from before workspaces carried their mark', async () => {
    elsewhere(stick).close();
    change(stick, 'PRAGMA application_id = 0');
    await backups.adopt(stick, own);
    expect(await restored()).toEqual(['Brought']);
  });

  it('carries the mark of a workspace', () => {
    const store = elsewhere(stick);
    expect(store.sql.pragma('application_id', { simple: true })).toBe(applicationId);
    store.close();
  });

  it.each<[string, string, string, (file: string) => void]>([
    ['a text', 'invalid_input', 'notOurs', (file) => writeFileSync(file, 'SQLite is mentioned here')],
    ['an empty file', 'invalid_input', 'notOurs', (file) => writeFileSync(file, '')],
    [
      'the database of another app',
      'invalid_input',
      'notOurs',
      (file) => change(file, 'CREATE TABLE clients (id TEXT, name TEXT); PRAGMA user_version = 3'),
    ],
    [
      'one marked by another app',
      'invalid_input',
      'notOurs',
      (file) => {
        elsewhere(file).close();
        change(file, 'PRAGMA application_id = 77');
      },
    ],
    [
      'one of a newer app',
      'database_newer',
      'newer',
      (file) => {
        elsewhere(file).close();
        change(file, `PRAGMA user_version = ${migrations.length + 1}`);
      },
    ],
    [
      'one that was cut off',
      'database_damaged',
      'damaged',
      (file) => {
        elsewhere(file).close();
        truncateSync(file, Math.floor(statSync(file).size / 2));
      },
    ],
    ['one that went away', 'unavailable', 'unreadable', () => {}],
    ['a folder', 'unavailable', 'unreadable', (file) => rmSync(file, { force: true })],
  ])('is refused when it is %s, and nothing of it stays', async (what, code, reason, make) => {
    make(stick);
    const source = what === 'a folder' ? folder : stick;
    await expect(backups.adopt(source, own)).rejects.toMatchObject({
      code,
      details: { reason: `backup.${reason}` },
    });
    expect(inFolder()).toEqual([]);
  });

  it('is refused when it is the workspace itself, also by another way to it', async () => {
    const store = elsewhere(own);
    symlinkSync(own, stick);
    for (const source of [own, stick]) {
      await expect(backups.adopt(source, own)).rejects.toMatchObject({
        code: 'invalid_input',
        details: { reason: 'backup.itself' },
      });
    }
    expect(inFolder()).toEqual([]);
    store.close();
  });

  it('is forgotten at the next start when nobody restored it', async () => {
    elsewhere(stick).close();
    await backups.adopt(stick, own);
    openStore(join(folder, 'clientele.db'), backups, (error) => {
      throw error;
    }).close();
    expect(inFolder()).toEqual([]);
  });
});
