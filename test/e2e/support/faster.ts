import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFolder, launch, type RunningApp } from './app.ts';

/** The real app, living so many times faster than the clock on the wall. */
export interface FasterApp extends RunningApp {
  /** The instant that its main process takes it for, UTC milliseconds. */
  now(): number;
  /** Ends it in the middle of whatever it does; answers an instant that it did not live to see. */
  kill(): Promise<number>;
}

/** A folder that Electron takes for the app: it changes the clock of its process and then becomes the real one. */
function fasterFolder(profile: string): string {
  const folder = join(profile, 'faster');
  const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { main: string };
  mkdirSync(folder, { recursive: true });
  // Without "type": the script is CommonJS, as the bundle is.
  const { name, productName, version } = manifest as Record<string, unknown>;
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, productName, version, main: 'main.cjs' }),
  );
  const load = [join(import.meta.dirname, 'faster-clock.cjs'), join(appFolder, manifest.main)];
  writeFileSync(
    join(folder, 'main.cjs'),
    `require('electron').app.setAppPath(${JSON.stringify(appFolder)});\n${load.map((file) => `require(${JSON.stringify(file)});\n`).join('')}`,
  );
  return folder;
}

/** Starts the app at an instant of its own, UTC milliseconds; nothing in the app knows of it. `zone`: not the machine's. */
export async function launchFaster(
  profile: string,
  base: number,
  speed: number,
  zone?: string,
): Promise<FasterApp> {
  const origin = Date.now();
  const now = () => base + (Date.now() - origin) * speed;
  const app = await launch({
    profile,
    folder: fasterFolder(profile),
    env: { CLIENTELE_TEST_CLOCK: `${origin} ${base} ${speed}`, ...(zone ? { TZ: zone } : {}) },
  });
  return {
    ...app,
    now,
    async kill() {
      const main = app.electron.process();
      const gone = new Promise((done) => main.once('exit', done));
      main.kill('SIGKILL');
      const at = now();
      await gone;
      return at;
    },
  };
}
