import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CredentialStore } from '#main/ports/credential-store.ts';
import { Backups } from '#main/store/backups.ts';
import { openDatabase } from '#main/store/open.ts';
import { openStore } from '#main/store/open-store.ts';
import { assertWhole } from '#main/store/whole.ts';
import { Workspace } from '#main/workspace.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { FakeClock } from '#test/support/clock.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { FakePicker } from '#test/support/picker.ts';
import { testPlatform } from '#test/support/services.ts';

let folder: string;
let reloads: boolean[];
let workspace: Workspace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-workspace-'));
  reloads = [];
  shown = [];
});
afterEach(async () => {
  await workspace.close();
  rmSync(folder, { recursive: true });
});

let shown: string[];
const checkCopy = async (file: string) => assertWhole(file);
const database = () => join(folder, 'clientele.db');
const backups = () => join(folder, 'backups');

function open(
  credentials: CredentialStore = new MemoryCredentialStore(),
  closeKeychain = () => {},
  check = checkCopy,
  picker = new FakePicker(),
): void {
  const platform = testPlatform({ picker });
  workspace = new Workspace(
    { ...platform, checkCopy: check, keychain: () => ({ credentials, close: closeKeychain }) },
    { database: database(), backups: backups() },
    () => ({
      changed() {},
      reload: (recovering) => void reloads.push(recovering),
      showFolder: (file) => void shown.push(file),
      quit() {},
    }),
  );
}

async function call(name: string, input?: unknown): Promise<{ ok: boolean; value?: unknown; code?: string }> {
  return workspace.dispatcher.call(true, name, input);
}

const names = async () => {
  const { value } = await call('clients.list');
  return (value as { name: string }[]).map(({ name }) => name);
};

describe('a workspace', () => {
  it('shows the file that everything is in', async () => {
    open();
    expect(await call('app.showWorkspace')).toMatchObject({ ok: true });
    expect(shown).toEqual([database()]);
  });

  it('restores once when asked twice, and goes on with the backup', async () => {
    open();
    expect(await call('clients.add', { name: 'Before' })).toMatchObject({ ok: true });
    const { value: backup } = await call('backup.create');
    expect(await call('clients.add', { name: 'After' })).toMatchObject({ ok: true });
    const { name } = backup as { name: string };
    const answers = await Promise.all([call('backup.restore', { name }), call('backup.restore', { name })]);
    expect(answers).toMatchObject([{ ok: true }, { ok: false, code: 'unavailable' }]);
    expect(await names()).toEqual(['Before']);
    expect(reloads).toEqual([false]);
    expect(readdirSync(folder).filter((file) => /\.kept-\d+\.db$/.test(file))).toHaveLength(1);
    expect(await call('clients.add', { name: 'Later' })).toMatchObject({ ok: true });
  });

  it('restores a file from elsewhere once it is chosen, and nothing when nobody chooses', async () => {
    const old = openStore(
      join(folder, 'old.db'),
      new Backups(join(folder, 'none'), new FakeClock()),
      () => {},
    );
    old.close();
    const sql = openDatabase(join(folder, 'old.db'));
    sql.exec(`INSERT INTO clients
      (id, name, code, color, zone, working_hours, language, currency, notes, created_at, updated_at)
      VALUES ('c1', 'Brought', 'BR', 1, 'UTC', '[]', 'en', 'EUR', '', 1, 1)`);
    sql.close();
    open(undefined, undefined, undefined, new FakePicker(null, join(folder, 'old.db')));
    await call('clients.add', { name: 'Here' });
    expect(await call('backup.choose')).toEqual({ ok: true, value: null });
    expect(await call('backup.restore', { name: 'chosen.db' })).toMatchObject({ code: 'not_found' });
    expect(await names()).toEqual(['Here']);
    const { value } = await call('backup.choose');
    expect(value).toMatchObject({ file: 'old.db' });
    const { name } = value as { name: string };
    expect(await call('backup.restore', { name })).toMatchObject({ ok: true });
    expect(await names()).toEqual(['Brought']);
    expect(reloads).toEqual([false]);
  });

  it('goes back to what it was when a file is whole and still cannot become a workspace', async () => {
    const old = join(folder, 'old.db');
    openStore(old, new Backups(join(folder, 'none'), new FakeClock()), () => {}).close();
    const sql = openDatabase(old);
    // The second migration will find its tables there already.
    sql.pragma('user_version = 1');
    sql.close();
    open(undefined, undefined, undefined, new FakePicker(old));
    await call('clients.add', { name: 'Here' });
    const { value } = await call('backup.choose');
    const { name } = value as { name: string };
    expect(await call('backup.restore', { name })).toMatchObject({
      code: 'database_damaged',
      details: { reason: 'backup.damaged' },
    });
    expect(await names()).toEqual(['Here']);
    expect(reloads).toEqual([]);
    expect(readdirSync(folder).filter((file) => file.includes('.kept-'))).toEqual([]);
  });

  it('takes a file from elsewhere in the place of a damaged one', async () => {
    const old = openStore(
      join(folder, 'old.db'),
      new Backups(join(folder, 'none'), new FakeClock()),
      () => {},
    );
    old.close();
    writeFileSync(database(), 'no database at all');
    open(undefined, undefined, undefined, new FakePicker(join(folder, 'old.db')));
    expect(workspace.recovering).toBe(true);
    const { value } = await call('recovery.choose');
    expect(await call('recovery.restore', { name: (value as { name: string }).name })).toMatchObject({
      ok: true,
    });
    expect(reloads).toEqual([false]);
    expect(await names()).toEqual([]);
  });

  it('stays open and answers while a backup is looked through, also when that turns out damaged', async () => {
    let looks = 0;
    let go = () => {};
    let looking = () => {};
    const reached = new Promise<void>((resolve) => {
      looking = resolve;
    });
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    open(undefined, undefined, async () => {
      looks += 1;
      if (looks === 1) return;
      looking();
      await held;
      throw new AppError('database_damaged');
    });
    await call('clients.add', { name: 'Here' });
    const { value } = await call('backup.create');
    const restoring = call('backup.restore', { name: (value as { name: string }).name });
    await reached;
    expect(await names()).toEqual(['Here']);
    go();
    expect(await restoring).toMatchObject({
      code: 'database_damaged',
      details: { reason: 'backup.damaged' },
    });
    expect(reloads).toEqual([]);
    expect(await call('clients.add', { name: 'Still' })).toMatchObject({ ok: true });
  });

  it('makes a backup of what is there when it is asked for, also while another is being looked through', async () => {
    let go = () => {};
    let checking = () => {};
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const looking = new Promise<void>((resolve) => {
      checking = resolve;
    });
    open(undefined, undefined, async (file) => {
      checking();
      await held;
      assertWhole(file);
    });
    const first = call('backup.create');
    await looking;
    await call('clients.add', { name: 'Meanwhile' });
    const second = call('backup.create');
    go();
    await first;
    const { name } = (await second).value as { name: string };
    const copy = openDatabase(join(backups(), name), { readOnly: true });
    expect(copy.prepare('SELECT name FROM clients').pluck().all()).toEqual(['Meanwhile']);
    copy.close();
  });

  it('closes while the keychain waits for a password that nobody types', async () => {
    const store = openStore(database(), new Backups(backups(), new FakeClock()), (error) => {
      throw error;
    });
    store.sql.exec(`INSERT INTO accounts (id, subject, email, name, reads_calendar, reads_files, created_at)
      VALUES ('a', 's', 'ada@sample.example', 'Ada', 1, 1, 1)`);
    store.close();
    let asked = () => {};
    const asking = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let end = (_: Error) => {};
    const unanswered = new Promise<string | null>((_, reject) => {
      end = reject;
    });
    const credentials = new MemoryCredentialStore();
    credentials.read = () => {
      asked();
      return unanswered;
    };
    open(credentials, () => end(new Error('keychain closed')));
    workspace.start();
    await asking;
    await workspace.close();
    expect(workspace.recovering).toBe(true);
  }, 5_000);

  it('closes its database also when something does not end well', async () => {
    open();
    await call('clients.add', { name: 'Kept' });
    const platform = testPlatform({
      tray: {
        show() {},
        present: () => true,
        remove() {
          throw new Error('no tray any more');
        },
      },
    });
    await workspace.close();
    workspace = new Workspace(
      { ...platform, checkCopy, keychain: () => ({ credentials: new MemoryCredentialStore(), close() {} }) },
      { database: database(), backups: backups() },
      () => ({ changed() {}, reload() {}, showFolder() {}, quit() {} }),
    );
    workspace.start();
    await workspace.close();
    // The last one to leave a database takes its log along.
    expect(readdirSync(folder).filter((file) => file.startsWith('clientele.db'))).toEqual(['clientele.db']);
  });
});
