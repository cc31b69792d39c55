import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { assertWhole, type CheckCopy } from './whole.ts';

/** A database and the files that SQLite keeps beside it. */
const suffixes = ['', '-wal', '-shm'];

/**
 * Copies what is to be restored beside the database and looks through the copy. The database may be in use meanwhile.
 * Throws `database_damaged` when the copy is not whole, and leaves nothing behind.
 */
export async function prepareRestore(source: string, databaseFile: string, check: CheckCopy): Promise<void> {
  const incoming = incomingOf(databaseFile);
  try {
    await copyFile(source, incoming);
    reachDisk(incoming);
    await check(incoming);
  } catch (error) {
    rmSync(incoming, { force: true });
    throw error;
  }
}

/**
 * Puts what was prepared in the database's place. What was there, whole or damaged, is kept beside it under another
 * name, which is returned (null when there was nothing). The database must be closed. `now`: UTC milliseconds.
 */
export function takeIn(databaseFile: string, now: number): string | null {
  const old = suffixes.filter((suffix) => existsSync(databaseFile + suffix));
  const kept = keptName(databaseFile, now);
  for (const suffix of old) renameSync(databaseFile + suffix, kept + suffix);
  renameSync(incomingOf(databaseFile), databaseFile);
  return old.length > 0 ? kept : null;
}

/** Takes back `takeIn` when what it put in place cannot be opened; that is removed, as its source still exists. */
export function putBack(databaseFile: string, kept: string): void {
  for (const suffix of suffixes) rmSync(databaseFile + suffix, { force: true });
  for (const suffix of suffixes) {
    if (existsSync(kept + suffix)) renameSync(kept + suffix, databaseFile + suffix);
  }
}

/**
 * Ends a restore that was cut off after the old database had left its place: without it the app would begin an empty
 * workspace there. One that was cut off earlier is forgotten. Throws `database_damaged` when what was to come is not
 * whole.
 */
export function finishRestore(databaseFile: string, now: number): void {
  const incoming = incomingOf(databaseFile);
  if (existsSync(databaseFile)) {
    rmSync(incoming, { force: true });
  } else if (existsSync(incoming)) {
    assertWhole(incoming);
    takeIn(databaseFile, now);
  }
}

/** Still a database by its name, so that it can be chosen like a backup. */
const keptName = (databaseFile: string, now: number) => `${databaseFile.replace(/\.db$/, '')}.kept-${now}.db`;

const incomingOf = (databaseFile: string) => `${databaseFile}.incoming`;

/** Else a power cut could leave the name of a file whose content never arrived. */
function reachDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
