import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LaunchOptions, launch, type RunningApp, test } from './app.ts';

/** One app for the tests of a file or group that leave it as they found it; answers it once a test runs. */
export function shareApp(options: Omit<LaunchOptions, 'profile'> = {}): () => RunningApp {
  let app: RunningApp | undefined;
  let profile = '';
  test.beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'clientele-e2e-'));
    app = await launch({ profile, ...options });
  });
  test.afterAll(async () => {
    await app?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return () => {
    if (!app) throw new Error('the app did not start');
    return app;
  };
}
