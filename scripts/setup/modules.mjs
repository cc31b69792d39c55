import { existsSync } from 'node:fs';
import path from 'node:path';
import { inModules, readJson, root } from './paths.mjs';
import { npm, tail } from './run.mjs';
import { Stop, say, withHeartbeat } from './say.mjs';

const STEP = 'modules';

/**
 * The first difference between the lockfile and what is installed, or null when they agree.
 * `lock` is a parsed package-lock.json; `versionAt(path)` answers the installed version or null; `finished` says
 * whether npm came to its end: a package whose unpacking was cut off has its version already, but not all files.
 * Packages for other systems (optional, or with `os`/`cpu` limits) may be absent.
 */
export function firstDifference(lock, versionAt, finished) {
  if (!finished) return 'an installation was not finished';
  for (const [where, entry] of Object.entries(lock.packages ?? {})) {
    if (where === '' || entry.link) continue;
    const found = versionAt(where);
    if (found === entry.version) continue;
    if (found === null && (entry.optional || entry.devOptional || entry.peer)) continue;
    return found === null
      ? `${where} is missing`
      : `${where} is ${found} where the lockfile says ${entry.version}`;
  }
  return null;
}

/** What is wrong with node_modules, or null when they are whole and as the lockfile says. */
export function modulesDifference() {
  const lock = readJson(path.join(root, 'package-lock.json'));
  if (!lock) throw new Stop('package-lock.json is missing or damaged.', ['git checkout package-lock.json']);
  const versionAt = (where) => readJson(path.join(root, where, 'package.json'))?.version ?? null;
  // npm takes this file away when it begins and writes it last.
  return firstDifference(lock, versionAt, existsSync(inModules('.package-lock.json')));
}

/** Installs node_modules from the lockfile when they differ from it. */
export async function ensureModules() {
  const difference = modulesDifference();
  if (difference === null) return;
  const fresh = readJson(inModules('electron', 'package.json')) === null;
  say(STEP, fresh ? 'installing them from the lockfile' : `installing them again: ${difference}`);
  const args = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--fetch-retry-maxtimeout=10000',
  ];
  const result = await withHeartbeat(STEP, 'installing', () => npm(args, { log: 'npm-ci' }));
  if (result.code !== 0) {
    throw new Stop(`npm ci failed; the full output is in ${result.file}\n${tail(result.output)}`, [
      'npm ping   # is the registry reachable?',
      `npm ci --ignore-scripts`,
    ]);
  }
  const left = modulesDifference();
  if (left !== null) throw new Stop(`after npm ci, ${left}; package.json and lockfile disagree.`);
}
