import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import { callChannel, type Push, pushChannel } from '#shared/ipc/bridge.ts';
import type { Dispatcher } from './dispatch.ts';

/**
 * Opens the one door from the renderer; what is asked before there is somebody to answer waits. `isOurs` decides whether
 * a frame may use it, when it asks.
 */
export function bindIpc(
  dispatcher: Promise<Dispatcher>,
  isOurs: (frame: WebFrameMain | null) => boolean,
): void {
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) => {
    const trusted = isOurs(event.senderFrame);
    return (await dispatcher).call(trusted, name, input);
  });
}

/** Tells one window something it did not ask for. */
export function push(contents: WebContents, message: Push): void {
  if (!contents.isDestroyed()) contents.send(pushChannel, message);
}
