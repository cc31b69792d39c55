import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { electronRuntime } from '../setup/environment.mjs';
import { root } from '../setup/paths.mjs';
import { run } from '../setup/run.mjs';
import { say } from '../setup/say.mjs';

const PATIENCE_MS = 30_000;

/**
 * Lets the Electron that will run the app compile the main process's bundles once, and checks that it takes the result.
 * Without it the app starts all the same, only slower; so a machine where this fails still gets its build.
 */
export async function makeCodeCache() {
  const { executable, args, env } = electronRuntime();
  const profile = mkdtempSync(path.join(os.tmpdir(), 'clientele-code-cache-'));
  const start = (...switches) =>
    run(
      executable,
      [...args, path.join(root, 'scripts/tools/code-cache-app'), `--user-data-dir=${profile}`, ...switches],
      {
        env: { ...process.env, ...env },
        timeout: PATIENCE_MS,
      },
    );
  try {
    const made = await start();
    const taken = made.code === 0 ? await start('--check') : made;
    if (taken.code !== 0) say('build', 'without compiled code: the app will take longer to start');
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
