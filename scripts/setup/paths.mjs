import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** `linux-x64` and the like: what a downloaded or compiled binary is good for. */
export const target = `${process.platform}-${process.arch}`;

/**
 * The per-user folder for everything that is expensive to fetch or build.
 * Follows each system's convention; pure, so that tests can ask for all three.
 */
export function cacheFolder(platform = process.platform, env = process.env, home = os.homedir()) {
  if (platform === 'win32') {
    return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'clientele', 'cache');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'clientele');
  return path.join(env.XDG_CACHE_HOME || path.join(home, '.cache'), 'clientele');
}

/** A path below node_modules. */
export const inModules = (...parts) => path.join(root, 'node_modules', ...parts);

/** Parsed JSON of a file, or null when it is missing or unreadable. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** First `length` hex digits of the SHA-256 over the parts. */
export function shortHash(parts, length = 12) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, length);
}
