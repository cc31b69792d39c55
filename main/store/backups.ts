import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Backup,
  type BackupReason,
  backupName,
  chosenName,
  parseBackupName,
  superfluous,
} from '#shared/domain/backup.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../ports/clock.ts';
import { adopt, toRefusal } from './adopt.ts';
import { openDatabase, type Sql } from './open.ts';
import { finishRestore, prepareRestore, takeIn } from './restore.ts';
import { assertWhole, type CheckCopy } from './whole.ts';

export interface BackupFile extends Backup {
  readonly bytes: number;
}

/** A file that a person chose, copied and found good. `at`: when it was made, UTC milliseconds. */
export interface ChosenFile {
  readonly name: typeof chosenName;
  /** What it is called where it was chosen. */
  readonly file: string;
  readonly at: number;
  readonly bytes: number;
}

/** The folder of verified copies. A copy counts only once it was opened and found whole. */
export class Backups {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #check: CheckCopy;
  /** Names of the copies that are being made. */
  readonly #making = new Set<string>();
  readonly #readers = new Set<Sql>();

  /** `check` is used wherever the window stands: it may do its work in another process. */
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
    if (name !== chosenName && !parseBackupName(name)) throw new AppError('not_found');
    return join(this.#folder, name);
  }

  /**
   * Copies page by page, as it is now, without stopping the app's own work; `sql` has a file. Throws
   * `database_damaged` when the copy is not whole.
   */
  async create(sql: Sql, reason: BackupReason): Promise<BackupFile> {
    const partial = this.#begin();
    try {
      await this.#copy(sql.name, partial);
      await this.#check(partial);
      return this.#accept(partial, reason);
    } finally {
      this.#end(partial);
    }
  }

  /**
   * The same at once, for the moment before a migration: no window stands yet that could wait, and nothing may change
   * before the copy is known to be good. About 0.4 s for 50 MB, once an update.
   */
  createNow(sql: Sql, reason: BackupReason): BackupFile {
    const partial = this.#begin();
    try {
      sql.prepare('VACUUM INTO ?').run(partial);
      assertWhole(partial);
      return this.#accept(partial, reason);
    } finally {
      this.#end(partial);
    }
  }

  /**
   * Takes a copy of a backup from anywhere, to be restored by the name it gets; it takes the place of one chosen
   * before. `databaseFile` is the workspace itself, which is no backup. Throws what `adopt` throws, having changed
   * nothing.
   */
  async adopt(source: string, databaseFile: string): Promise<ChosenFile> {
    const partial = this.#begin();
    try {
      await adopt(source, partial, databaseFile, this.#check);
      const { mtimeMs } = statSync(source);
      renameSync(partial, this.path(chosenName));
      const file = basename(source);
      const at = parseBackupName(file)?.at ?? Math.floor(mtimeMs);
      return { name: chosenName, file, at, bytes: statSync(this.path(chosenName)).size };
    } finally {
      this.#end(partial);
    }
  }

  /**
   * Copies a backup beside the database and looks it through; the database may be in use meanwhile.
   * Throws `not_found`, `database_damaged` or `disk_full`, having changed nothing.
   */
  async prepareRestore(name: string, databaseFile: string): Promise<void> {
    const source = this.path(name);
    if (!existsSync(source)) throw new AppError('not_found');
    try {
      await prepareRestore(source, databaseFile, this.#check);
    } catch (error) {
      throw toRefusal(error);
    }
  }

  /** Puts what was prepared in the place of the closed database; returns what that is called now, if there was one. */
  restorePrepared(databaseFile: string): string | null {
    const kept = takeIn(databaseFile, this.#clock.now());
    rmSync(this.path(chosenName), { force: true });
    return kept;
  }

  /**
   * Ends a restore that a crash cut off, and forgets a chosen file that nobody restored. Looks through what it puts in
   * place at once, as the app has nothing to show without it. Throws `database_damaged`.
   */
  finishRestore(databaseFile: string): void {
    rmSync(this.path(chosenName), { force: true });
    finishRestore(databaseFile, this.#clock.now());
  }

  /** Lets go of the database, and of the copies of it that are being made; those fail. */
  giveUp(): void {
    for (const reader of this.#readers) reader.close();
  }

  /** Removes what the rules no longer keep; returns how many. */
  prune(): number {
    const old = superfluous(this.list(), this.#clock.now(), this.#clock.zone());
    for (const backup of old) rmSync(this.path(backup.name), { force: true });
    return old.length;
  }

  /**
   * SQLite begins a copy anew whenever another connection has written, and the thread that copies from outside writes
   * all the time. A connection that stays at one moment in the past is spared that.
   */
  async #copy(databaseFile: string, target: string): Promise<void> {
    const reader = openDatabase(databaseFile, { readOnly: true });
    this.#readers.add(reader);
    try {
      reader.exec('BEGIN');
      reader.prepare('SELECT 1 FROM sqlite_schema').get();
      await reader.backup(target);
    } finally {
      this.#readers.delete(reader);
      reader.close();
    }
  }

  /** A name for a copy in the making. Removes what earlier runs left of theirs. */
  #begin(): string {
    mkdirSync(this.#folder, { recursive: true });
    const left = readdirSync(this.#folder).filter((name) => name.startsWith('partial'));
    for (const name of left) {
      if (![...this.#making].some((mine) => name.startsWith(mine))) rmSync(join(this.#folder, name));
    }
    const name = `partial-${randomUUID()}.db`;
    this.#making.add(name);
    return join(this.#folder, name);
  }

  #end(partial: string): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(partial + suffix, { force: true });
    this.#making.delete(basename(partial));
  }

  #accept(partial: string, reason: BackupReason): BackupFile {
    const name = backupName(this.#clock.now(), reason);
    renameSync(partial, join(this.#folder, name));
    const backup = parseBackupName(name);
    if (!backup) throw new Error('a backup was given a name that is none');
    return { ...backup, bytes: statSync(this.path(name)).size };
  }
}
