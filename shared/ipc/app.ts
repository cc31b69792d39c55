import { z } from 'zod';
import { read, write } from './method.ts';

export interface AppInfo {
  readonly version: string;
  readonly platform: string;
  readonly sample: boolean;
  /** The computer's zone, IANA. */
  readonly zone: string;
  readonly now: number;
}

/** What Ctrl+Z would do now; keys of the `common` catalogue with values for them. */
export interface UndoState {
  readonly undo: UndoLabel | null;
  readonly redo: UndoLabel | null;
}

export interface UndoLabel {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export const appContract = {
  'app.info': read<AppInfo>()(z.undefined(), ['settings']),
  /** The renderer reports once that its first view can be used. */
  'app.ready': write()(z.undefined()),
  /** The window holds something unsaved and asks: it is shown, and whatever was about to end the app is over. */
  'app.stay': write()(z.undefined()),
  /** Ends the app, as the tray's own entry does. */
  'app.quit': write()(z.undefined()),
  'app.openExternal': write()(z.strictObject({ url: z.string().max(4_000) })),
  /** Shows the file that everything is in, in the system's file manager; backups stand in a folder beside it. */
  'app.showWorkspace': write()(z.undefined()),
  'undo.state': read<UndoState>()(z.undefined(), ['undo']),
  'undo.undo': write<UndoLabel | null>()(z.undefined()),
  'undo.redo': write<UndoLabel | null>()(z.undefined()),
};
