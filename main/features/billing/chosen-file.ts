import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/ipc/errors.ts';

/**
 * The bytes of a file that the person chose. Throws `invalid_input` when it is empty or larger than so many bytes, and
 * `not_found` when it cannot be read; the reasons are keys below `errors:<about>`.
 */
export async function readChosen(path: string, largest: number, about: 'receipt' | 'logo'): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size === 0) throw new AppError('invalid_input', { reason: `${about}.empty` });
    if (size > largest) throw new AppError('invalid_input', { reason: `${about}.tooLarge` });
    return await readFile(path);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('not_found', { reason: `${about}.unreadable` }, { cause: error });
  }
}
