import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, BrowserWindow, dialog } from 'electron';
import { safeFileName } from '#shared/domain/file-name.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { FileSaver } from '../ports/file-saver.ts';

/** The system's save dialog; the file appears whole or not at all. */
export function createFileSaver(app: App): FileSaver {
  return {
    async save({ name, bytes }) {
      const proposed = safeFileName(name);
      const options = {
        defaultPath: join(app.getPath('documents'), proposed),
        filters: [{ name: '', extensions: [proposed.split('.').at(-1) ?? ''] }],
      };
      const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
      const answer = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      if (answer.canceled || !answer.filePath) return false;
      await writeWhole(answer.filePath, bytes);
      return true;
    },
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await writeFile(partial, bytes, { flush: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    throw new AppError(
      full ? 'disk_full' : 'read_only',
      { reason: full ? 'file.full' : 'file.refused' },
      { cause: error },
    );
  }
}
