import { electronRuntime } from '../setup/environment.mjs';
import { root } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { endGroup, exitCodeOf, onInterrupt, startGroup } from './children.mjs';
import { startDisplay } from './display.mjs';

/**
 * Runs a program on this machine's display, or on a virtual one where there is none, until it ends.
 * `program(runtime)` answers `[path, arguments]`. Ctrl+C ends the whole tree.
 * `env` adds to the environment; a display named there is used. Answers the exit code.
 */
export async function launch(program, env = {}) {
  const runtime = electronRuntime();
  const needsDisplay = runtime.needsVirtualDisplay && !env.DISPLAY;
  if (runtime.needsVirtualDisplay) {
    say('display', 'this machine has no display: the app runs on a virtual one that nobody sees');
  }
  const display = needsDisplay ? await startDisplay({ oneUse: true }) : null;
  // Without a desktop Chromium complains about every service of one that is missing.
  const quiet = runtime.needsVirtualDisplay ? ['--log-level=3'] : [];
  const [file, args] = program({ ...runtime, args: [...runtime.args, ...quiet] });
  const child = startGroup(file, args, {
    cwd: root,
    env: { ...process.env, ...runtime.env, ...display?.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const forget = onInterrupt((signal) => endGroup(child, signal));
  try {
    return await exitCodeOf(child);
  } finally {
    forget();
    await display?.close();
  }
}
