import { z } from 'zod';
import type { Backup } from '../domain/backup.ts';
import type { ErrorCode } from './errors.ts';
import { requiredText } from './fields.ts';
import { read, write } from './method.ts';

export interface BackupView extends Backup {
  readonly bytes: number;
}

/** A file from anywhere that was checked and copied; `name` is what `restore` knows it by. */
export interface ChosenBackup {
  readonly name: string;
  /** What it is called where it was chosen. */
  readonly file: string;
  /** When it was made, UTC milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

/** Why the workspace could not be opened, and what can be done. */
export interface Problem {
  readonly code: ErrorCode;
  /** A sentence for the person. */
  readonly message: string;
  readonly backups: readonly BackupView[];
}

const named = z.strictObject({ name: requiredText(100) });

export const backupContract = {
  /** Newest first. */
  'backup.list': read<readonly BackupView[]>()(z.undefined(), ['settings']),
  'backup.create': write<BackupView>()(z.undefined()),
  /** Asks for a file with the system's dialog; null when the person cancelled. */
  'backup.choose': write<ChosenBackup | null>()(z.undefined()),
  /** Puts the backup in the workspace's place, keeps what was there, and loads the window anew. */
  'backup.restore': write()(named),
};

/** All that can be asked while the workspace cannot be opened. */
export const recoveryContract = {
  'recovery.problem': read<Problem>()(z.undefined(), []),
  'recovery.choose': write<ChosenBackup | null>()(z.undefined()),
  'recovery.restore': write()(named),
  'recovery.showFolder': write()(z.undefined()),
  'recovery.quit': write()(z.undefined()),
};
