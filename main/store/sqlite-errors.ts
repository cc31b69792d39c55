import Database from 'better-sqlite3';
import { AppError, type ErrorCode } from '#shared/ipc/errors.ts';

const codes: readonly [prefix: string, code: ErrorCode][] = [
  ['SQLITE_FULL', 'disk_full'],
  ['SQLITE_READONLY', 'read_only'],
  ['SQLITE_CANTOPEN', 'read_only'],
  ['SQLITE_IOERR', 'disk_full'],
  ['SQLITE_CORRUPT', 'database_damaged'],
  ['SQLITE_NOTADB', 'database_damaged'],
  ['SQLITE_BUSY', 'unavailable'],
  ['SQLITE_CONSTRAINT', 'conflict'],
];

/** Triggers refuse with RAISE(ABORT, 'locked: …'); that is a rule speaking, not a fault. */
const lockedMessage = /^locked: (\S+)/;

const systemCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'read_only',
  EPERM: 'read_only',
  EROFS: 'read_only',
  ENOTDIR: 'read_only',
  EEXIST: 'read_only',
};

/** Turns errors of SQLite and of the file system into AppErrors with the original as the cause; others pass through. */
export function toAppError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return fromSystem(error);
  const locked = lockedMessage.exec(error.message);
  if (locked?.[1]) return new AppError('locked', { reason: locked[1] }, { cause: error });
  const found = codes.find(([prefix]) => error.code.startsWith(prefix));
  return new AppError(found?.[1] ?? 'internal', {}, { cause: error });
}

function fromSystem(error: unknown): unknown {
  const name = error instanceof Error && 'code' in error ? String(error.code) : '';
  const code = Object.hasOwn(systemCodes, name) ? systemCodes[name] : undefined;
  return code ? new AppError(code, {}, { cause: error }) : error;
}
