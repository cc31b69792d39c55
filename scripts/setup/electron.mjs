import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureFallback, fallbackHome } from './fallback.mjs';
import { inModules, readJson, target } from './paths.mjs';
import { ELECTRON_FALLBACK } from './pins.mjs';
import { run, tail } from './run.mjs';
import { Stop, say, withHeartbeat } from './say.mjs';

const STEP = 'electron';

/** What to do for an Electron binary: `use` what is there, `reuse` the fallback, or `download`. */
export function chooseElectron({ installed, fallbackReady }) {
  if (installed) return 'use';
  return fallbackReady ? 'reuse' : 'download';
}

/**
 * Makes sure that there is an Electron to run: the pinned one, and only where its download is
 * blocked the stand-in. Answers `{ kind: 'pinned' | 'fallback', dist, executable }`.
 */
export async function ensureElectron(toolNode) {
  const wanted = readJson(inModules('electron', 'package.json')).version;
  const fallbackReady = existsSync(path.join(fallbackHome(), 'electron'));
  const choice = chooseElectron({ installed: pinned(wanted) !== null, fallbackReady });
  if (choice === 'use') return pinned(wanted);
  if (choice === 'reuse') return fallback();

  say(STEP, `downloading Electron ${wanted}`);
  const result = await withHeartbeat(STEP, 'downloading', () =>
    run(toolNode, [inModules('electron', 'install.js')], { timeout: 900_000 }),
  );
  if (result.code === 0 && pinned(wanted)) return pinned(wanted);
  const reason =
    tail(result.output, 40)
      .split('\n')
      .find((line) => /error/i.test(line)) ?? 'no answer';
  if (target !== ELECTRON_FALLBACK.target) {
    throw new Stop(`Electron ${wanted} could not be downloaded (${reason.trim()}).`, [
      'check the network or the proxy settings',
      'npm run setup',
    ]);
  }
  say(STEP, `the download is blocked (${reason.trim()})`);
  await ensureFallback(toolNode);
  return fallback();
}

function pinned(wanted) {
  const home = inModules('electron');
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || path.join(home, 'dist');
  try {
    const version = readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    if (version !== wanted) return null;
    const executable = path.join(dist, readFileSync(path.join(home, 'path.txt'), 'utf8'));
    return existsSync(executable) ? { kind: 'pinned', version, dist, executable } : null;
  } catch {
    return null;
  }
}

function fallback() {
  const dist = fallbackHome();
  return {
    kind: 'fallback',
    version: ELECTRON_FALLBACK.electron,
    dist,
    executable: path.join(dist, 'electron'),
  };
}
