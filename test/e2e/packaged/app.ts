import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
// biome-ignore lint/correctness/useImportExtensions: the script is JavaScript; its types lie beside it in a .d.mts
import { extraArguments } from '../../../scripts/setup/runtime.mjs';

const release = resolve(import.meta.dirname, '../../../release');

interface Place {
  readonly executable: string;
  readonly archive: string;
}

/** Where `npm run package` left the app of this machine. */
export async function packaged(): Promise<Place> {
  const folders = await readdir(release).catch(() => [] as string[]);
  if (process.platform === 'darwin') {
    const folder = folders.find((name) => name.startsWith('mac')) ?? 'mac';
    const contents = join(release, folder, 'Clientele.app', 'Contents');
    return {
      executable: join(contents, 'MacOS', 'Clientele'),
      archive: join(contents, 'Resources', 'app.asar'),
    };
  }
  const windows = process.platform === 'win32';
  const ending = windows ? /^win.*-unpacked$/ : /^linux.*-unpacked$/;
  const folder = join(release, folders.find((name) => ending.test(name)) ?? 'not-packaged');
  return {
    executable: join(folder, windows ? 'Clientele.exe' : 'clientele'),
    archive: join(folder, 'resources', 'app.asar'),
  };
}

/** Starts the packaged binary and collects what it writes. */
export async function startBinary(args: readonly string[], env: Record<string, string> = {}) {
  const { executable } = await packaged();
  const child = spawn(executable, [...extraArguments(), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  /** The first match in the output; rejects when the program ends without one. */
  const seen = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, failed) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) done(match);
      };
      listeners.add(look);
      look();
      child.once('close', (code) => failed(new Error(`ended with ${code} before ${pattern}:\n${output}`)));
    });
  return { child, seen, output: () => output };
}

export interface PackagedApp {
  readonly page: Page;
  readonly output: () => string;
  close(): Promise<void>;
}

/**
 * Runs the hardened app on a profile and attaches to its window. Its Node side cannot be inspected
 * (that is the point of the fuses), so the test speaks to Chromium's own debugging port.
 */
export async function launchPackaged(profile: string): Promise<PackagedApp> {
  const args = [`--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const { child, seen, output } = await startBinary(args);
  let browser: Browser | undefined;
  try {
    const [, address = ''] = await seen(/DevTools listening on (ws:\S+)/);
    await seen(/^Clientele ready in \d+ ms$/m);
    browser = await chromium.connectOverCDP(address);
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((each) => each.url().startsWith('app:'));
    if (!page) throw new Error('the packaged app shows no window of its own');
    const connected = browser;
    return {
      page,
      output,
      async close() {
        await connected.close();
        await end(child);
      },
    };
  } catch (error) {
    await browser?.close();
    await end(child);
    throw error;
  }
}

/** Asks the program to quit and waits; what does not react within ten seconds is killed and fails the test. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(timer);
  if (child.signalCode === 'SIGKILL') throw new Error('the app did not quit when asked to');
}

export const test = base.extend<{ profile: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-packaged-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

export { expect } from '@playwright/test';
