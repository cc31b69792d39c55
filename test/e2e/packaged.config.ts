import { defineConfig } from '@playwright/test';

// The app as people get it: packaged, hardened, started without any test hook.
export default defineConfig({
  testDir: './packaged',
  testMatch: '**/*.smoke.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  outputDir: '../../test-results/packaged',
});
