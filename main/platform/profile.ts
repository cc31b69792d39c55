import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App } from 'electron';

/** Puts the profile where `--user-data-dir` says. Must run before anything reads a path. */
export function chooseProfile(app: App): void {
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  if (!chosen) return;
  const folder = resolve(chosen);
  mkdirSync(folder, { recursive: true });
  app.setPath('userData', folder);
  app.setPath('sessionData', resolve(folder, 'session'));
}
