import { existsSync } from 'node:fs';
import { chmod, copyFile, open, stat } from 'node:fs/promises';
import { AppError, type ErrorCode } from '#shared/ipc/errors.ts';
import { isWorkspace } from './identity.ts';
import { schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase } from './open.ts';
import { toAppError } from './sqlite-errors.ts';
import type { CheckCopy } from './whole.ts';

/** What every SQLite file begins with. */
const magic = 'SQLite format 3\0';

/**
 * Copies a file from anywhere to `target` and makes sure that it is a whole workspace this app can open; `source` is
 * only read. Throws AppError with a reason under `backup.` when it is not, or is the app's own `databaseFile`, which
 * changes while it would be copied; the caller removes what was copied.
 */
export async function adopt(
  source: string,
  target: string,
  databaseFile: string,
  check: CheckCopy,
): Promise<void> {
  try {
    if (await isSame(source, databaseFile)) throw refused('invalid_input', 'itself');
    if (!(await isDatabase(source))) throw refused('invalid_input', 'notOurs');
    await copyWritable(source, target);
    // Whoever took the workspace itself along instead of a backup has its latest changes in here.
    if (existsSync(`${source}-wal`)) await copyWritable(`${source}-wal`, `${target}-wal`);
  } catch (error) {
    throw fromFiles(error);
  }
  try {
    assertOpens(target);
    await check(target);
  } catch (error) {
    throw toRefusal(error);
  }
}

/** Whether two paths lead to one file, by whatever links. */
async function isSame(one: string, other: string): Promise<boolean> {
  if (!existsSync(other)) return false;
  const [a, b] = await Promise.all([stat(one, { bigint: true }), stat(other, { bigint: true })]);
  return a.dev === b.dev && a.ino === b.ino;
}

/** A copy takes over the permissions, and what lies on a medium for reading only may not be written to. */
async function copyWritable(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await chmod(target, 0o600);
}

async function isDatabase(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === magic;
  } finally {
    await handle.close();
  }
}

/** Brings everything into the one file and looks at whose it is and how new. */
function assertOpens(file: string): void {
  const sql = openDatabase(file);
  try {
    sql.pragma('journal_mode = DELETE');
    const version = schemaVersion(sql);
    if (version === 0 || !isWorkspace(sql)) throw refused('invalid_input', 'notOurs');
    if (version > migrations.length) throw refused('database_newer', 'newer');
  } finally {
    sql.close();
  }
}

const refused = (code: ErrorCode, reason: string, cause?: unknown) =>
  new AppError(code, { reason: `backup.${reason}` }, { cause });

function fromFiles(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const full = (toAppError(error) as Partial<AppError>).code === 'disk_full';
  return full ? refused('disk_full', 'noRoom', error) : refused('unavailable', 'unreadable', error);
}

/** What went wrong with a copy, in words that speak of the copy instead of the workspace. */
export function toRefusal(error: unknown): unknown {
  const known = toAppError(error);
  if (!(known instanceof AppError)) return error;
  if (known.code === 'database_damaged') return refused('database_damaged', 'damaged', error);
  return known.code === 'disk_full' ? refused('disk_full', 'noRoom', error) : known;
}
