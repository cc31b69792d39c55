import { performance } from 'node:perf_hooks';
import { app } from 'electron';
import { lockDown } from './platform/lockdown.ts';
import { chooseProfile, profileIsWritable, refuseToStart } from './platform/profile.ts';
import { registerAppScheme } from './platform/scheme.ts';
import { createWords, systemLanguage } from './platform/words.ts';
import { start } from './start.ts';

const started = performance.timeOrigin;
const devUrl = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

registerAppScheme();
chooseProfile(app);
// Root on Linux has to switch Chromium's sandbox off; asking for it then would stop every process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
lockDown(app, devUrl ? new URL(devUrl).origin : null);

if (!profileIsWritable(app)) {
  const words = createWords(() => systemLanguage([app.getLocale(), ...app.getPreferredSystemLanguages()]));
  refuseToStart(
    app,
    words.text('common:recovery.title'),
    words.text('errors:profile.readOnly', { folder: app.getPath('userData') }),
  );
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => start({ app, devUrl, started }));
} else {
  app.quit();
}
