import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type App, dialog } from 'electron';

/**
 * Puts the profile where `--user-data-dir` says; with `--demo` and no folder, into a new one that goes when the app
 * ends. Must run before anything reads a path.
 */
export function chooseProfile(app: App): void {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  if (!chosen && !isDemo(app)) return;
  const folder = chosen ? resolve(chosen) : mkdtempSync(join(tmpdir(), 'clientele-demo-'));
  app.setPath('userData', folder);
  app.setPath('sessionData', join(folder, 'session'));
  if (!chosen) process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** Whether the app was asked to show itself on sample data. */
export function isDemo(app: App): boolean {
  return app.commandLine.hasSwitch('demo');
}

/**
 * Says, where no window can be opened, why the app does not start, and ends it. Before the app is ready Electron
 * writes the text to standard error on Linux; elsewhere it is a dialog.
 */
export function refuseToStart(app: App, title: string, text: string): void {
  dialog.showErrorBox(title, text);
  app.exit(1);
}
