import { performance } from 'node:perf_hooks';
import { app } from 'electron';
import { lockDown } from './platform/lockdown.ts';
import { chooseProfile, refuseToStart } from './platform/profile.ts';
import { registerAppScheme } from './platform/scheme.ts';
import { createWords, systemLanguage } from './platform/words.ts';
import { isWritable } from './platform/writable.ts';
import { start } from './start.ts';

const started = performance.timeOrigin;
const devUrl = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

registerAppScheme();
chooseProfile(app);
// Root on Linux has to switch Chromium's sandbox off; asking for it then would stop every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lockDown(app, devUrl ? new URL(devUrl).origin : null);

function refuse(reason: string): void {
  const words = createWords(() => systemLanguage([app.getLocale(), ...app.getPreferredSystemLanguages()]));
  const values = { folder: app.getPath('userData') };
  refuseToStart(app, words.text('common:recovery.title'), words.text(reason, values));
}

if (!isWritable(app.getPath('userData'))) {
  refuse('errors:profile.readOnly');
} else if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(() => start({ app, devUrl, started }))
    .catch((error) => {
      process.stderr.write(`Clientele did not start: ${error}\n`);
      refuse('errors:start.failed');
    });
} else {
  app.quit();
}
