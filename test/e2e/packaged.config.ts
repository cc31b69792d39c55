import { defineConfig } from '@playwright/test';

// The app as people get it: packaged, hardened, started without any test hook.
export default defineConfig({
  testDir: './packaged',
  testMatch: '**/*.smoke.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // A loaded machine may lose a start-up once; a test that needed its second try is named "flaky" in the list.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list']],
  outputDir: '../../test-results/packaged',
});
