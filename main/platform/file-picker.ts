import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import type { FilePicker } from '../ports/file-picker.ts';

/** The system's open dialog, over the window. */
export const systemFilePicker: FilePicker = {
  async pick({ title, kind, all }) {
    const options: OpenDialogOptions = {
      title,
      properties: ['openFile'],
      filters: [
        { name: kind.name, extensions: [...kind.extensions] },
        { name: all, extensions: ['*'] },
      ],
    };
    const parent = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
    const answer = parent
      ? await dialog.showOpenDialog(parent, options)
      : await dialog.showOpenDialog(options);
    return answer.canceled ? null : (answer.filePaths[0] ?? null);
  },
};
