import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { callChannel, type Push, pushChannel } from '#shared/ipc/bridge.ts';
import type { Dispatcher } from './dispatch.ts';

/** Opens the one door from the renderer. `isOurs` decides whether a frame may use it. */
export function bindIpc(dispatcher: Dispatcher, isOurs: (frame: WebFrameMain | null) => boolean): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) =>
    dispatcher.call(isOurs(event.senderFrame), name, input),
  );
}

/** Tells one window something it did not ask for. */
export function push(contents: WebContents, message: Push): void {
  if (!contents.isDestroyed()) contents.send(pushChannel, message);
}
