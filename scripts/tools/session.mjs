import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../setup/run.mjs';
import { Stop } from '../setup/say.mjs';
import { endGroup, startGroup } from './children.mjs';
import { firstLine, startDisplay } from './display.mjs';

/**
 * A private desktop for tests on Linux: home folder, message bus, virtual display, unlocked keyring
 * and notification service, all of its own, so that nothing of the user's session is touched.
 * Answers `{ env, close }`. On other systems the real session is used and `env` is empty.
 */
export async function startSession() {
  if (process.platform !== 'linux') return { env: {}, close: async () => {} };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clientele-session-'));
  const closers = [async () => rmSync(folder, { recursive: true, force: true })];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const display = await startDisplay();
    closers.push(display.close);
    const env = { ...privateFolders(folder), ...display.env };
    const begin = (program, args, input) => {
      const child = startGroup(program, args, {
        env: { ...process.env, ...env },
        stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
      });
      child.on('error', () => {});
      if (input !== undefined) child.stdin.end(input);
      closers.push(() => endGroup(child));
      return child;
    };
    const bus = begin('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1']);
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(bus);
    const unlock = ['--foreground', '--unlock', '--components=secrets'];
    begin('gnome-keyring-daemon', unlock, `${randomUUID()}\n`).stdout.resume();
    begin('dunst', []).stdout.resume();
    await owned('org.freedesktop.secrets', env);
    await owned('org.freedesktop.Notifications', env);
    return { env, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function privateFolders(folder) {
  const env = {
    HOME: path.join(folder, 'home'),
    XDG_RUNTIME_DIR: path.join(folder, 'run'),
    XDG_CONFIG_HOME: path.join(folder, 'home', '.config'),
    XDG_DATA_HOME: path.join(folder, 'home', '.local', 'share'),
    XDG_CACHE_HOME: path.join(folder, 'home', '.cache'),
  };
  for (const place of Object.values(env)) mkdirSync(place, { recursive: true, mode: 0o700 });
  return env;
}

/** Waits until a service answers on the bus; throws Stop after ten seconds. */
async function owned(name, env) {
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    `string:${name}`,
  ];
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await run('dbus-send', question, { env: { ...process.env, ...env } });
    if (answer.output.includes('boolean true')) return;
    await pause(100);
  }
  throw new Stop(`the test session has no ${name}.`, ['npm run setup -- --for=test']);
}
