import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backups } from '#main/store/backups.ts';
import { type Migration, migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';
import { openStore } from '#main/store/open-store.ts';
import { assertWhole } from '#main/store/whole.ts';
import { FakeClock } from '#test/support/clock.ts';

let folder: string;
let file: string;
let backups: Backups;
const clock = new FakeClock();
const fail = (error: unknown) => {
  throw error;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-store-'));
  file = join(folder, 'clientele.db');
  backups = new Backups(join(folder, 'backups'), clock);
});
afterEach(() => rmSync(folder, { recursive: true }));

const insertClient = `INSERT INTO clients
  (id, name, code, color, zone, working_hours, language, currency, notes, created_at, updated_at)
  VALUES ('c1', 'Kept', 'KE', 1, 'UTC', '[]', 'en', 'EUR', hex(zeroblob(200000)), 1, 1)`;

function writeOne(): void {
  const store = openStore(file, backups, fail);
  store.write(() => store.sql.exec(insertClient));
  store.close();
}

const coded = (code: string) => expect.objectContaining({ code });

describe('opening the workspace', () => {
  it('sets every pragma, and they still hold after a write', () => {
    const store = openStore(file, backups, fail);
    store.write(() => store.sql.exec(insertClient));
    const pragma = (name: string) => store.sql.pragma(name, { simple: true });
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    expect(pragma('checkpoint_fullfsync')).toBe(1);
    expect(pragma('secure_delete')).toBe(1);
    expect(pragma('trusted_schema')).toBe(0);
    expect(pragma('busy_timeout')).toBe(5000);
    store.close();
  });

  it('refuses a newer database and leaves it untouched', () => {
    writeOne();
    const sql = openDatabase(file);
    sql.pragma(`user_version = ${migrations.length + 1}`);
    sql.close();
    const before = readFileSync(file);
    expect(() => openStore(file, backups, fail)).toThrow(coded('database_newer'));
    expect(readFileSync(file)).toEqual(before);
    expect(backups.list()).toEqual([]);
  });

  it('says that a file is no database, and keeps it', () => {
    writeFileSync(file, 'this is not a database, but somebody may want it');
    expect(() => openStore(file, backups, fail)).toThrow(coded('database_damaged'));
    expect(readFileSync(file, 'utf8')).toBe('this is not a database, but somebody may want it');
  });

  it('says when the place cannot be written to', () => {
    writeFileSync(join(folder, 'plain'), '');
    expect(() => openStore(join(folder, 'plain', 'clientele.db'), backups, fail)).toThrow(coded('read_only'));
  });

  it('answers a full disk with its own code, and what was committed stays', () => {
    writeOne();
    const store = openStore(file, backups, fail);
    const pages = Number(store.sql.pragma('page_count', { simple: true }));
    store.sql.pragma(`max_page_count = ${pages + 1}`);
    const note = 'x'.repeat(900_000);
    expect(() => store.write(() => store.sql.prepare('UPDATE clients SET notes = ?').run(note))).toThrow(
      coded('disk_full'),
    );
    expect(store.sql.prepare('SELECT name, length(notes) AS size FROM clients').get()).toEqual({
      name: 'Kept',
      size: 400_000,
    });
    store.close();
  });
});

describe('migrations', () => {
  const first: Migration = {
    version: 1,
    name: 'first',
    sql: 'CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)',
  };
  const broken: Migration = {
    version: 2,
    name: 'broken',
    sql: 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO missing VALUES (1)',
  };

  it('run in order, each whole or not at all', () => {
    const sql = openDatabase(file);
    expect(() => migrate(sql, [first, broken])).toThrow('missing');
    expect(sql.pragma('user_version', { simple: true })).toBe(1);
    expect(sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all()).toEqual(['a']);
    expect(() => migrate(sql, [{ ...first, version: 2 }])).toThrow('expected 1');
    sql.close();
  });

  it('are preceded by a backup that opens and is whole, when there is something to lose', () => {
    const sql = openDatabase(file);
    const second: Migration = { version: 2, name: 'second', sql: 'DROP TABLE a' };
    migrate(sql, [first], () => fail(new Error('a new database needs no backup')));
    migrate(sql, [first, second], () => backups.createNow(sql, 'migration'));
    sql.close();
    const [backup] = backups.list();
    expect(backup?.reason).toBe('migration');
    const copy = openDatabase(backups.path(backup?.name ?? ''), { readOnly: true });
    expect(copy.prepare('SELECT x FROM a').pluck().get()).toBe(1);
    copy.close();
  });

  it('leave STRICT tables only', () => {
    writeOne();
    const sql = openDatabase(file);
    const loose = sql
      .prepare(
        `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
    sql.close();
  });
});

describe('backups', () => {
  /** Overwrites the end of the file, where the long notes lie: everything still opens. */
  function damage(path: string): void {
    const handle = openSync(path, 'r+');
    writeSync(handle, Buffer.alloc(100_000, 0xa5), 0, 100_000, readFileSync(path).length - 150_000);
    closeSync(handle);
  }

  it('hold what the database holds, WAL included, and replace a damaged one, which is kept', async () => {
    const store = openStore(file, backups, fail);
    store.write(() => store.sql.exec(insertClient));
    expect(existsSync(`${file}-wal`)).toBe(true);
    const backup = await backups.create(store.sql, 'manual');
    store.close();
    damage(file);
    await backups.prepareRestore(backup.name, file);
    const kept = backups.restorePrepared(file);
    expect(kept && existsSync(kept)).toBe(true);
    const again = openStore(file, backups, fail);
    expect(again.sql.prepare('SELECT name FROM clients').pluck().all()).toEqual(['Kept']);
    again.close();
  });

  it('are whole and made in one go while another thread never stops writing', async () => {
    const store = openStore(file, backups, fail);
    // Many times what is copied at once.
    store.sql.exec(`CREATE TABLE copies (seq INTEGER PRIMARY KEY, text TEXT NOT NULL);
      INSERT INTO copies (text) SELECT hex(zeroblob(2000)) FROM json_each('[${'0,'.repeat(2_000)}0]')`);
    const writer = new Worker(new URL('../support/steady-writer.ts', import.meta.url), { workerData: file });
    await once(writer, 'message');
    try {
      const { name } = await backups.create(store.sql, 'scheduled');
      const count = 'SELECT count(*) FROM copies';
      const copy = openDatabase(backups.path(name), { readOnly: true });
      const copied = copy.prepare(count).pluck().get() as number;
      copy.close();
      expect(copied).toBeGreaterThan(2_000);
      expect(store.sql.prepare(count).pluck().get()).toBeGreaterThan(copied);
    } finally {
      await writer.terminate();
      store.close();
    }
  });

  it('that are being made let go of the database when they are told to, and leave nothing behind', async () => {
    writeOne();
    const store = openStore(file, backups, fail);
    const making = backups.create(store.sql, 'scheduled');
    backups.giveUp();
    store.close();
    // The last one to leave a database takes its log along.
    expect(existsSync(`${file}-wal`)).toBe(false);
    await expect(making).rejects.toThrow();
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('are refused when the database they copy is damaged, and leave nothing behind', async () => {
    writeOne();
    damage(file);
    const sql = openDatabase(file);
    await expect(backups.create(sql, 'scheduled')).rejects.toThrow(coded('database_damaged'));
    sql.close();
    expect(readdirSync(join(folder, 'backups'))).toEqual([]);
  });

  it('do not replace anything when they are damaged themselves', async () => {
    writeOne();
    const store = openStore(file, backups, fail);
    const backup = await backups.create(store.sql, 'manual');
    store.close();
    damage(backups.path(backup.name));
    await expect(backups.prepareRestore(backup.name, file)).rejects.toThrow(coded('database_damaged'));
    expect(existsSync(`${file}.incoming`)).toBe(false);
    const again = openStore(file, backups, fail);
    expect(again.sql.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(1);
    again.close();
  });

  it('are put in place at the next start when the app was killed in the middle of it', async () => {
    writeOne();
    const store = openStore(file, backups, fail);
    const backup = await backups.create(store.sql, 'manual');
    store.write(() => store.sql.exec(`UPDATE clients SET name = 'Later'`));
    store.close();
    renameSync(file, `${file}.kept-1`);
    copyFileSync(backups.path(backup.name), `${file}.incoming`);
    const again = openStore(file, backups, fail);
    expect(again.sql.prepare('SELECT name FROM clients').pluck().all()).toEqual(['Kept']);
    again.close();
    expect(existsSync(`${file}.incoming`)).toBe(false);
  });

  it('that were copied in half do not become an empty workspace', () => {
    writeFileSync(`${file}.incoming`, 'the first half');
    expect(() => openStore(file, backups, fail)).toThrow(coded('database_damaged'));
    expect(existsSync(file)).toBe(false);
  });

  it('that cannot be made before a migration say so, and nothing is migrated', () => {
    writeOne();
    const sql = openDatabase(file);
    const version = Number(sql.pragma('user_version', { simple: true }));
    sql.pragma(`user_version = ${version - 1}`);
    sql.close();
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be');
    expect(() => openStore(file, backups, fail)).toThrow(coded('read_only'));
  });

  it('are forgotten at the next start when the app was killed before the old file left its place', () => {
    writeOne();
    writeFileSync(`${file}.incoming`, 'the first half');
    openStore(file, backups, fail).close();
    expect(existsSync(`${file}.incoming`)).toBe(false);
  });

  it('are each made in a file of their own, also two at once; what a crash left goes', async () => {
    writeOne();
    mkdirSync(join(folder, 'backups'));
    writeFileSync(join(folder, 'backups', 'partial-of-before.db'), 'half of one');
    const slow = new FakeClock();
    slow.advance(60_000);
    let second: Promise<unknown> | null = null;
    const store = openStore(file, backups, fail);
    const both = new Backups(join(folder, 'backups'), slow, async () => {
      slow.advance(1_000);
      second ??= both.create(store.sql, 'manual');
    });
    await both.create(store.sql, 'scheduled');
    await second;
    store.close();
    expect(backups.list().map(({ reason }) => reason)).toEqual(['manual', 'scheduled']);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(2);
    for (const { name } of backups.list()) assertWhole(backups.path(name));
  });

  it('have names that cannot leave their folder', async () => {
    await expect(backups.prepareRestore('../clientele.db', file)).rejects.toThrow(coded('not_found'));
  });
});
