import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stop } from '../setup/say.mjs';
import { endGroup, startGroup } from './children.mjs';

/**
 * Starts a virtual display that only holders of its cookie may use.
 * `oneUse`: it ends by itself when its last window has gone, even if this script was killed.
 * Answers `{ env, close }`: variables for the programs that draw on it, and how to end it.
 */
export async function startDisplay({ oneUse = false } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'clientele-display-'));
  const cookies = path.join(folder, 'Xauthority');
  writeFileSync(cookies, cookieFile(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-auth', cookies];
  const server = startGroup('Xvfb', oneUse ? [...args, '-terminate'] : args, {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await firstLine(server);
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: cookies, WAYLAND_DISPLAY: '' },
    async close() {
      await endGroup(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One X authority record for any host and display: family, address, number, name, data. */
export function cookieFile(cookie) {
  const field = (data) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length);
    return Buffer.concat([length, data]);
  };
  const anyHost = Buffer.from([0xff, 0xff]);
  const empty = Buffer.alloc(0);
  const name = Buffer.from('MIT-MAGIC-COOKIE-1');
  return Buffer.concat([anyHost, field(empty), field(empty), field(name), field(cookie)]);
}

/** The first line a child prints; throws Stop if it ends or cannot start before that. */
export function firstLine(child) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.split('\n')[0].trim());
    });
    const failed = (reason) => reject(new Stop(`${child.spawnfile} did not start (${reason})`));
    child.once('error', (error) => failed(error.message));
    child.once('close', (code) => failed(`exit code ${code}`));
  });
}
