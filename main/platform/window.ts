import { BrowserWindow, screen } from 'electron';
import type { Settings } from '../ports/settings.ts';
import { appOrigin } from './scheme.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly devUrl: string | null;
  readonly dark: boolean;
  readonly settings: Settings;
  /** Whether the workspace could not be opened. */
  readonly recovering: boolean;
}

/** Where the window's page lives. A reload needs another address than now, hence the query. */
export function pageAddress(devUrl: string | null, recovering: boolean): string {
  const page = devUrl ?? `${appOrigin}/index.html`;
  return recovering ? `${page}?recovery` : page;
}

/** The main window; shown as soon as it has something to paint. */
export function createMainWindow({
  preload,
  devUrl,
  dark,
  settings,
  recovering,
}: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...restoredBounds(settings),
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Clientele',
    backgroundColor: dark ? '#161718' : '#F7F6F3',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    settings.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  if (settings.get('window')?.maximized) window.maximize();
  void window.loadURL(pageAddress(devUrl, recovering));
  return window;
}

/** The bounds of last time, if a screen still shows them. */
function restoredBounds(settings: Settings): { width: number; height: number; x?: number; y?: number } {
  const saved = settings.get('window');
  const fallback = { width: 1440, height: 900 };
  if (!saved) return fallback;
  const { x, y, width, height } = saved;
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  const visible =
    x + width > area.x + 50 && x < area.x + area.width - 50 && y >= area.y && y < area.y + area.height - 50;
  return visible ? { x, y, width, height } : { width, height };
}
