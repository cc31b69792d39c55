import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
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
import { openDatabase, type Sql } from './open.ts';

export interface BackupFile extends Backup {
  readonly bytes: number;
}

/** The folder of verified copies. A copy counts only once it was opened and found whole. */
export class Backups {
  readonly #folder: string;
  readonly #clock: Clock;

  constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
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
    const incoming = `${databaseFile}.incoming`;
    copyFileSync(source, incoming);
    assertWhole(incoming);
    const kept = existsSync(databaseFile) ? `${databaseFile}.kept-${this.#clock.now()}` : null;
    for (const suffix of ['', '-wal', '-shm']) {
      if (kept && existsSync(databaseFile + suffix)) renameSync(databaseFile + suffix, kept + suffix);
    }
    renameSync(incoming, databaseFile);
    return kept;
  }

  /** Removes what the rules no longer keep; returns how many. */
  prune(): number {
    const old = superfluous(this.list(), this.#clock.now(), this.#clock.zone());
    for (const backup of old) rmSync(this.path(backup.name), { force: true });
    return old.length;
  }

  #partial(): string {
    mkdirSync(this.#folder, { recursive: true });
    const partial = join(this.#folder, 'partial.db');
    rmSync(partial, { force: true });
    return partial;
  }

  #accept(partial: string, reason: BackupReason): BackupFile {
    assertWhole(partial);
    const name = backupName(this.#clock.now(), reason);
    renameSync(partial, join(this.#folder, name));
    const backup = parseBackupName(name);
    if (!backup) throw new Error('a backup was given a name that is none');
    return { ...backup, bytes: statSync(this.path(name)).size };
  }
}

/** The whole check: `quick_check` misses most damage. */
function assertWhole(file: string): void {
  let sql: Sql | null = null;
  try {
    sql = openDatabase(file, { readOnly: true });
    if (sql.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('database_damaged');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('database_damaged', {}, { cause: error });
  } finally {
    sql?.close();
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
}
