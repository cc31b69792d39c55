import { clipboard } from 'electron';
import type { Clipboard } from '../ports/clipboard.ts';

/** Older Electrons answer at once, newer ones with a promise; awaiting fits both. */
export const systemClipboard: Clipboard = {
  read: async () => await clipboard.readText(),
  write: async (text) => await clipboard.writeText(text),
  clear: () => clipboard.clear(),
};
