import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { electronRuntime } from '../setup/environment.mjs';
import { readJson, root } from '../setup/paths.mjs';
import { Stop, say } from '../setup/say.mjs';
import { makeCodeCache } from './code-cache.mjs';
import { runTool } from './tool.mjs';

const SOURCES = [
  'main',
  'preload',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'postcss.config.cjs',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
  'scripts/tools/code-cache-app',
];
/** Every build empties this folder, also one of `npm run dev` or by hand, and so takes the stamp of this one away. */
const stamp = path.join(root, 'out', 'main', 'build.json');

/** Builds main, preload and renderer when their sources differ from those of the last build. */
export async function ensureBuild() {
  // Part of the build is compiled by the Electron that will run it.
  const key = `${sourceHash()} ${electronRuntime().version}`;
  if (readJson(stamp)?.key === key) return false;
  say(
    'build',
    existsSync(stamp) ? 'the sources have changed' : 'there is no build yet, or one without compiled code',
  );
  rmSync(stamp, { force: true });
  const code = await runTool('electron-vite', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new Stop('the build failed; see the messages above.', ['npm run build']);
  await makeCodeCache();
  writeFileSync(stamp, `${JSON.stringify({ key })}\n`);
  return true;
}

/** A hash over names and contents of everything that goes into the build. */
export function sourceHash(base = root, sources = SOURCES) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesUnder(path.join(base, source))) {
      hash.update(path.relative(base, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .filter((name) => !name.endsWith('.tsbuildinfo'))
    .flatMap((name) => filesUnder(path.join(place, name)));
}
