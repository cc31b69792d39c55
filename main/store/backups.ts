import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type Backup,
  type BackupReason,
  backupName,
  parseBackupName,
  superfluous,
} from '#shared/domain/backup.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sql } from './open.ts';
import { assertWhole } from './whole.ts';

export interface BackupFile extends Backup {
  readonly bytes: number;
}

/** Looks through a whole file; rejects with AppError `database_damaged` when something is wrong. */
export type CheckCopy = (file: string) => Promise<void>;

/** The folder of verified copies. A copy counts only once it was opened and found whole. */
export class Backups {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #check: CheckCopy;

  /** `check` is used where there is time: it may do its work in another process. */
  constructor(folder: string, clock: Clock, check: CheckCopy = async (file) => assertWhole(file)) {
    this.#folder = folder;
    this.#clock = clock;
    this.#check = check;
  }

  /** Newest first. */
  list(): BackupFile[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder)
      .map(parseBackupName)
      .filter((backup) => backup !== null)
      .map((backup) => ({ ...backup, bytes: statSync(this.path(backup.name)).size }))
      .sort((a, b) => b.at - a.at);
  }

  path(name: string): string {
    if (!parseBackupName(name)) throw new AppError('not_found');
    return join(this.#folder, name);
  }

  /** Copies page by page without stopping the app's own work. Throws `database_damaged` when the copy is not whole. */
  async create(sql: Sql, reason: BackupReason): Promise<BackupFile> {
    const partial = this.#partial();
    try {
      await sql.backup(partial);
      await this.#check(partial);
      return this.#accept(partial, reason);
    } finally {
      rmSync(partial, { force: true });
    }
  }

  /** The same at once, for the moment before a migration. */
  createNow(sql: Sql, reason: BackupReason): BackupFile {
    const partial = this.#partial();
    try {
      sql.prepare('VACUUM INTO ?').run(partial);
      assertWhole(partial);
      return this.#accept(partial, reason);
    } finally {
      rmSync(partial, { force: true });
    }
  }

  /**
   * Puts a backup in the database's place. What was there, whole or damaged, is kept beside it under another
   * name, which is returned (null when there was nothing). The database must be closed.
   */
  restore(name: string, databaseFile: string): string | null {
    const source = this.path(name);
    assertWhole(source);
    const incoming = incomingOf(databaseFile);
    copyFileSync(source, incoming);
    reachDisk(incoming);
    return this.#takeIn(incoming, databaseFile);
  }

  /**
   * Ends a restore that was cut off after the old database had left its place: without it the app would begin
   * an empty workspace there. Throws `database_damaged` when what was to come is not whole.
   */
  finishRestore(databaseFile: string): void {
    const incoming = incomingOf(databaseFile);
    if (!existsSync(databaseFile) && existsSync(incoming)) this.#takeIn(incoming, databaseFile);
  }

  /** Removes what the rules no longer keep; returns how many. */
  prune(): number {
    const old = superfluous(this.list(), this.#clock.now(), this.#clock.zone());
    for (const backup of old) rmSync(this.path(backup.name), { force: true });
    return old.length;
  }

  #takeIn(incoming: string, databaseFile: string): string | null {
    assertWhole(incoming);
    const old = ['', '-wal', '-shm'].filter((suffix) => existsSync(databaseFile + suffix));
    const kept = `${databaseFile}.kept-${this.#clock.now()}`;
    for (const suffix of old) renameSync(databaseFile + suffix, kept + suffix);
    renameSync(incoming, databaseFile);
    return old.length > 0 ? kept : null;
  }

  #partial(): string {
    mkdirSync(this.#folder, { recursive: true });
    const partial = join(this.#folder, 'partial.db');
    rmSync(partial, { force: true });
    return partial;
  }

  #accept(partial: string, reason: BackupReason): BackupFile {
    const name = backupName(this.#clock.now(), reason);
    renameSync(partial, join(this.#folder, name));
    const backup = parseBackupName(name);
    if (!backup) throw new Error('a backup was given a name that is none');
    return { ...backup, bytes: statSync(this.path(name)).size };
  }
}

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
