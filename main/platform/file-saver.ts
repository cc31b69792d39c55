import { join } from 'node:path';
import { type App, BrowserWindow, dialog } from 'electron';
import { safeFileName } from '#shared/domain/file-name.ts';
import type { FileSaver } from '../ports/file-saver.ts';
import type { Unfinished } from './unfinished.ts';
import { type WritePart, writeWholeFile } from './whole-file.ts';

/** The system's save dialog; the file appears whole or not at all. */
export function createFileSaver(app: App, unfinished: Unfinished): FileSaver {
  return {
    save: ({ name, bytes }) => saveAs(name, (part) => part(bytes)),
    saveParts: saveAs,
  };

  async function saveAs(name: string, write: (part: WritePart) => Promise<void>): Promise<boolean> {
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
    await writeWholeFile(answer.filePath, write, unfinished);
    return true;
  }
}
