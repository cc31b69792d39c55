import { electronRuntime } from '../setup/environment.mjs';
import { root } from '../setup/paths.mjs';
import { say } from '../setup/say.mjs';
import { endGroup, exitCodeOf, onInterrupt, startGroup } from './children.mjs';
import { startDisplay } from './display.mjs';

/**
 * Runs a program on this machine's display, or on a virtual one where there is none, until it ends.
 * `program(runtime)` answers `[path, arguments]`. Ctrl+C ends the whole tree.
 * Answers the exit code.
 */
export async function launch(program) {
  const runtime = electronRuntime();
  if (runtime.needsVirtualDisplay) {
    say('display', 'this machine has no display: the app runs on a virtual one that nobody sees');
  }
  const display = runtime.needsVirtualDisplay ? await startDisplay({ oneUse: true }) : null;
  // Without a desktop Chromium complains about every service of one that is missing.
  const quiet = display ? ['--log-level=3'] : [];
  const [file, args] = program({ ...runtime, args: [...runtime.args, ...quiet] });
  const child = startGroup(file, args, {
    cwd: root,
    env: { ...process.env, ...runtime.env, ...display?.env },
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
