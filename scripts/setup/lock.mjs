import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';
import { say } from './say.mjs';

/**
 * Runs `work` while no other set-up of the same user runs: they share one cache.
 * A lock whose owner no longer lives is taken over.
 */
export async function withLock(work) {
  const file = path.join(cacheFolder(), 'setup.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  for (let waited = 0; !take(file); waited += 1) {
    if (waited === 0) say('set-up', `waiting for another set-up (process ${owner(file)}) to finish`);
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Whether the lock is ours now. */
export function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = owner(file);
  if (holder ? !isAlive(holder) : isLeftEmpty(file)) clear(file, holder);
  return false;
}

/**
 * Removes the lock of a dead process. Another waiter may have done so already and hold the lock by now, so what was
 * taken away is looked at once nobody else can reach it, and put back when it is not the dead one's.
 */
export function clear(file, dead) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const taken = owner(aside);
    if (taken !== dead) writeFileSync(file, String(taken), { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function owner(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return 0;
  }
}

/** A lock is empty for a moment until its owner is written; one that stays so has none. */
function isLeftEmpty(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > 10_000;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
