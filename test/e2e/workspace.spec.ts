import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { appFolder, electronRuntime, expect, launch, test } from './support/app.ts';

const addClient = {
  name: 'Kept client',
  code: 'KC',
  color: 1,
  zone: 'Europe/London',
};

test.describe('a workspace in trouble', () => {
  test('is offered its backup when the file is damaged; the damaged file is kept', async ({ profile }) => {
    const first = await launch({ profile });
    expect(
      await first.page.evaluate((client) => window.api.call('clients.add', client), addClient),
    ).toMatchObject({ ok: true });
    expect(await first.page.evaluate(() => window.api.call('backup.create', undefined))).toMatchObject({
      ok: true,
    });
    await first.close();

    const file = join(profile, 'clientele.db');
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, 0);
    closeSync(handle);

    const second = await launch({ profile });
    await expect(second.page.getByRole('alert')).toContainText('damaged');
    expect(await second.page.evaluate(() => window.api.call('clients.list', undefined))).toMatchObject({
      ok: false,
      code: 'forbidden',
    });
    await second.page.getByRole('button', { name: 'Restore this backup' }).first().click();
    await expect(second.page.getByText('Kept client').first()).toBeVisible();
    expect(readdirSync(profile).filter((name) => /^clientele\.kept-\d+\.db$/.test(name))).toHaveLength(1);
    await second.close();
  });

  test('is not copied with its damage', async ({ profile }) => {
    const first = await launch({ profile });
    await first.page.evaluate((client) => window.api.call('clients.add', client), addClient);
    await first.close();
    const file = join(profile, 'clientele.db');
    const sql = new Database(file);
    sql.exec('UPDATE clients SET notes = hex(randomblob(200000))');
    sql.close();
    const handle = openSync(file, 'r+');
    writeSync(handle, Buffer.alloc(100_000, 0xa5), 0, 100_000, readFileSync(file).length - 150_000);
    closeSync(handle);
    const second = await launch({ profile });
    const answer = await second.page.evaluate(() => window.api.call('backup.create', undefined));
    expect(answer).toMatchObject({ ok: false, code: 'database_damaged' });
    await second.close();
  });

  test('that cannot be started says so instead of staying invisible', async ({ profile }) => {
    const { executable, args, env } = electronRuntime();
    const all = [
      ...args,
      appFolder,
      `--user-data-dir=${profile}`,
      '--google-endpoint=https://sample.example',
    ];
    const child = spawn(executable, all, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    try {
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
      await expect.poll(() => said, { timeout: 20_000 }).toContain('must be a loopback address');
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('made by a newer app is refused and left untouched', async ({ profile }) => {
    await (await launch({ profile })).close();
    const file = join(profile, 'clientele.db');
    const sql = new Database(file);
    sql.pragma('user_version = 9999');
    sql.close();
    const before = readFileSync(file);
    const app = await launch({ profile });
    await expect(app.page.getByRole('alert')).toContainText('newer');
    await expect(app.page.getByRole('button', { name: 'Restore this backup' })).toHaveCount(0);
    await app.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('on a full disk refuses an edit in words, loses nothing, and goes on when there is room again', async ({
    profile,
  }) => {
    const disk = join(profile, 'disk');
    mkdirSync(disk);
    test.skip(!mounted(disk, 'size=14m'), 'mounting a small disk needs root on Linux');
    try {
      const app = await launch({ profile: disk });
      const add = (name: string) =>
        app.page.evaluate((client) => window.api.call('clients.add', client), { ...addClient, name });
      expect(await add('Before')).toMatchObject({ ok: true });
      fill(join(disk, 'filler'));
      let refused: unknown;
      for (let i = 0; i < 200 && !refused; i++) {
        const answer = (await add(`Full ${i}`)) as { ok: boolean };
        if (!answer.ok) refused = answer;
      }
      expect(refused).toMatchObject({ ok: false, code: 'disk_full' });
      const listed = () =>
        app.page.evaluate(() => window.api.call('clients.list', undefined)) as Promise<{ value: unknown[] }>;
      const kept = (await listed()).value.length;
      writeFileSync(join(disk, 'filler'), '');
      expect(await add('After')).toMatchObject({ ok: true });
      expect((await listed()).value).toHaveLength(kept + 1);
      await app.close();
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });

  test('in a folder that cannot be written to says so and changes nothing', async ({ profile }) => {
    const disk = join(profile, 'disk');
    mkdirSync(disk);
    test.skip(!mounted(disk, 'size=14m'), 'mounting a small disk needs root on Linux');
    try {
      await (await launch({ profile: disk })).close();
      const before = readFileSync(join(disk, 'clientele.db'));
      execFileSync('mount', ['-o', 'remount,ro', disk]);
      const runtime = electronRuntime();
      const result = spawnSync(runtime.executable, [...runtime.args, appFolder, `--user-data-dir=${disk}`], {
        env: { ...process.env, ...runtime.env },
        encoding: 'utf8',
        timeout: 20_000,
      });
      expect(result.stderr).toContain(
        `The profile folder ${disk} cannot be written to. Nothing was changed.`,
      );
      expect(result.status).toBe(1);
      expect(readFileSync(join(disk, 'clientele.db')).equals(before)).toBe(true);
    } finally {
      execFileSync('umount', ['-l', disk]);
    }
  });
});

function mounted(folder: string, options: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, Buffer.alloc(4096, 1));
  } catch {
    closeSync(handle);
  }
}
