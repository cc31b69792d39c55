import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // Each test starts its own app; two cores carry one app at a time without distorting what is waited for.
  workers: 1,
  // For what hangs, not for what is slow: with the machine busy a test takes four times as long.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  // A loaded machine may lose a start-up once; a test that needed its second try is named "flaky" in the list.
  retries: process.env.CI ? 1 : 0,
  reporter: [['list'], ['json', { outputFile: '../../test-results/e2e.json' }]],
  outputDir: '../../test-results/e2e',
});
