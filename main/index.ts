import { performance } from 'node:perf_hooks';
import { app } from 'electron';
import { lockDown } from './platform/lockdown.ts';
import { chooseProfile } from './platform/profile.ts';
import { registerAppScheme } from './platform/scheme.ts';
import { start } from './start.ts';

const started = performance.timeOrigin;
const devUrl = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

registerAppScheme();
chooseProfile(app);
app.enableSandbox();
lockDown(app, devUrl ? new URL(devUrl).origin : null);

if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => start({ app, devUrl, started }));
} else {
  app.quit();
}
