import { open, rename, rm } from 'node:fs/promises';
import { AppError } from '#shared/ipc/errors.ts';
import type { Unfinished } from './unfinished.ts';

/** Writes one part after the other; each is on its way to the disk when the promise is kept. */
export type WritePart = (bytes: Uint8Array) => Promise<void>;

/**
 * Writes a file part by part beside where it goes and puts it in place when it is whole. Whatever `write` throws is
 * thrown on, and nothing is left behind; a file that was there before stays as it was. Throws AppError `disk_full` or
 * `read_only` when the file itself cannot be written.
 */
export function writeWholeFile(
  path: string,
  write: (part: WritePart) => Promise<void>,
  unfinished: Pick<Unfinished, 'during'>,
): Promise<void> {
  return unfinished.during(path, async (partial) => {
    const file = await open(partial, 'wx').catch(refuse);
    try {
      try {
        await write((bytes) => file.writeFile(bytes).catch(refuse));
        await file.sync().catch(refuse);
      } finally {
        await file.close();
      }
      await rename(partial, path).catch(refuse);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
  });
}

function refuse(error: NodeJS.ErrnoException): never {
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  throw new AppError(
    full ? 'disk_full' : 'read_only',
    { reason: full ? 'file.full' : 'file.refused' },
    { cause: error },
  );
}
