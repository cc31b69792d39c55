import { defineConfig } from 'vitest/config';

const suite = (name: string, timeout = 20_000) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout },
});

export default defineConfig({
  test: {
    projects: [
      suite('unit'),
      suite('database'),
      suite('contract', 60_000),
      suite('google', 120_000),
      suite('durability', 600_000),
      suite('architecture', 60_000),
    ],
  },
});
