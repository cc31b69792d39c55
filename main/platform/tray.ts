import { Tray as ElectronTray, Menu, type MenuItemConstructorOptions } from 'electron';
import { errorFacts } from '#shared/domain/error-facts.ts';
import type { Logger } from '../ports/logger.ts';
import type { Tray, TrayItem } from '../ports/tray.ts';
import { trayIcon } from './tray-icon.ts';

/** The system's tray. Where there is none the app goes on without. */
export function createTray(logger: Logger): Tray {
  let tray: ElectronTray | null = null;
  let failed = false;
  let clicked = () => {};
  const opened = () => {
    if (tray || failed) return tray;
    try {
      tray = new ElectronTray(trayIcon(process.platform));
      if (process.platform !== 'darwin') tray.on('click', () => clicked());
    } catch (error) {
      failed = true;
      logger.warn('tray.missing', errorFacts(error));
    }
    return tray;
  };
  return {
    present: () => tray !== null,
    show({ tooltip, items }, onClick) {
      clicked = onClick;
      const found = opened();
      if (!found) return;
      found.setToolTip(tooltip);
      found.setContextMenu(Menu.buildFromTemplate(items.map(entryOf)));
    },
    remove() {
      tray?.destroy();
      tray = null;
    },
  };
}

function entryOf(item: TrayItem): MenuItemConstructorOptions {
  if (item.kind === 'line') return { type: 'separator' };
  // In a menu an ampersand marks a key; doubled it is itself.
  const label = item.label.replaceAll('&', '&&');
  if (item.kind === 'menu') return { label, submenu: item.items.map(entryOf) };
  return { label, enabled: item.run !== undefined, click: () => item.run?.() };
}
