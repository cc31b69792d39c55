import { type App, type Session, shell, type WebContents } from 'electron';
import { parseUrl } from '#shared/domain/url.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { appOrigin } from './scheme.ts';

const openable = new Set(['https:', 'mailto:']);

/** Denies everything a page could ask for that this app never needs; see Electron's security checklist. */
export function lockDown(app: App, devOrigin: string | null): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => refuseForeign(event, contents, devOrigin));
    contents.on('will-redirect', (event) => refuseForeign(event, contents, devOrigin));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Refuses every permission, device and screen that a page could ask for. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}

/** Opens an address in the person's own browser or mail program. Throws `forbidden` for any other kind of address. */
export async function openExternal(address: string): Promise<void> {
  const url = parseUrl(address);
  if (!url || !openable.has(url.protocol)) throw new AppError('forbidden', { reason: 'link.refused' });
  await shell.openExternal(url.href);
}

function refuseForeign(
  event: Electron.Event & { url?: string },
  contents: WebContents,
  devOrigin: string | null,
) {
  const target = parseUrl(event.url ?? '');
  const origin = target ? `${target.protocol}//${target.host}` : '';
  const same =
    contents.getURL() !== '' && (origin === appOrigin || (devOrigin !== null && origin === devOrigin));
  if (!same) event.preventDefault();
}
