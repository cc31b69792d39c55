import { BrowserWindow, screen } from 'electron';
import type { Language } from '#shared/domain/preferences.ts';
import type { Settings } from '../ports/settings.ts';
import { appOrigin } from './scheme.ts';

export interface WindowOptions {
  readonly preload: string;
  readonly dark: boolean;
  readonly settings: Settings;
}

/**
 * Where the window's page lives. It is told the language so that it need not ask before it fetches the words. A reload
 * needs another address than now, hence the query.
 */
export function pageAddress(devUrl: string | null, language: Language, recovering: boolean): string {
  const page = devUrl ?? `${appOrigin}/index.html`;
  return `${page}?language=${language}${recovering ? '&recovery' : ''}`;
}

/** The main window, still without a page; shown as soon as it has something to paint. */
export function createMainWindow({ preload, dark, settings }: WindowOptions): BrowserWindow {
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
      // The page's scripts are always the same ones: what V8 made of them is kept from the first start on.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () =>
    settings.set('window', { ...window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  if (settings.get('window')?.maximized) window.maximize();
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
