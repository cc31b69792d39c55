import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
// biome-ignore lint/correctness/useImportExtensions: the types stand beside it in runtime.d.mts
import { electronRuntime } from '../../../scripts/setup/runtime.mjs';

/** The app folder; its `out/` must have been built. */
export const appFolder = resolve(import.meta.dirname, '../../..');

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Everything the main process wrote to standard output so far. */
  readonly output: () => string;
  /** Quits as a person would, leaving behind what is unsaved, and waits until the process is gone. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly profile: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Another folder to start, which in the end runs the app. */
  readonly folder?: string;
}

/** The answer to "Leave without saving?", in both languages. */
const leaving = /^(Leave and discard|Verlassen und verwerfen)$/;

/** Starts the real app on a profile folder and waits until its first view can be used. */
export async function launch({
  profile,
  args = [],
  env = {},
  folder = appFolder,
}: LaunchOptions): Promise<RunningApp> {
  const runtime = electronRuntime();
  const electron = await _electron.launch({
    executablePath: runtime.executable,
    args: [...runtime.args, folder, `--user-data-dir=${profile}`, ...args],
    env: { ...(process.env as Record<string, string>), ...runtime.env, ...env },
  });
  let output = '';
  const ready = new Promise<void>((done, failed) => {
    electron.process().stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (/^Clientele ready in \d+ ms$/m.test(output)) done();
    });
    electron
      .process()
      .once('exit', (code) => failed(new Error(`the app ended with ${code} before it was ready`)));
  });
  const page = await electron.firstWindow();
  // On a busy machine the line can have been printed before anyone listened; the view then shows it.
  await Promise.race([ready, page.getByRole('main').first().waitFor()]);
  // Keys and dialogs of the whole app come a moment after the first view; a workspace in trouble has none.
  await page.waitForFunction(
    () => 'complete' in document.documentElement.dataset || location.search.includes('recovery'),
  );
  return {
    electron,
    page,
    profile,
    output: () => output,
    async close() {
      const closed = electron.close();
      const leave = page.getByRole('button', { name: leaving }).click({ timeout: 60_000 });
      await Promise.race([closed, leave.catch(() => {})]);
      await closed;
    },
  };
}

/** `profile`: a fresh folder, removed afterwards. `app`: the app running on it, closed afterwards. */
export const test = base.extend<{ profile: string; app: RunningApp; page: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'clientele-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  app: async ({ profile }, use) => {
    const app = await launch({ profile });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => use(app.page),
});

export { expect } from '@playwright/test';
export { electronRuntime };
