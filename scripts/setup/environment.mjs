import path from 'node:path';
import { inModules } from './paths.mjs';
import { readRecord } from './record.mjs';
import { Stop } from './say.mjs';

/** True when this machine can show a window. */
export function hasDisplay(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Switches that Electron needs here: Chromium refuses its sandbox to root. */
export function extraArguments(platform = process.platform, uid = process.getuid?.()) {
  return platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
}

/** The Node that runs the tools (22.14 or newer). Throws Stop before the first set-up. */
export function toolNode() {
  return existing().toolNode;
}

/**
 * How to start Electron on this machine, as the last set-up found it:
 * `executable`, `version`, `kind` ('pinned' or 'fallback'), `env` to add to the environment,
 * `args` to put before the app folder, `needsVirtualDisplay`. Throws Stop before the first set-up.
 */
export function electronRuntime() {
  const { electron } = existing('run');
  return {
    ...electron,
    env: electronEnvironment(electron),
    args: extraArguments(),
    needsVirtualDisplay: !hasDisplay(),
  };
}

/** The variables by which the `electron` package and the build tool find this Electron. */
export function electronEnvironment(electron) {
  if (electron.kind === 'pinned') return {};
  return { ELECTRON_OVERRIDE_DIST_PATH: electron.dist, ELECTRON_EXEC_PATH: electron.executable };
}

/** The environment in which the locally installed commands, and the right Node, come first. */
export function toolEnvironment(env = process.env) {
  const folders = [path.dirname(toolNode()), inModules('.bin'), env.PATH ?? ''];
  return { ...env, PATH: folders.join(path.delimiter) };
}

function existing(purpose = 'tools') {
  const record = readRecord();
  if (!record || (purpose === 'run' && !record.electron)) {
    throw new Stop('this copy has not been set up yet.', ['npm run setup']);
  }
  return record;
}
