import { existsSync, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Where files lie in memory, if there is room: a disk that others write to makes each of thousands of commits wait. */
const memory = '/dev/shm';
const inMemory =
  existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > 2 ** 31
    ? { TMPDIR: memory }
    : {};

/** `apart`: each file gets a fresh process, and files on the real disk. Otherwise files share what they import. */
const suite = (name: string, { timeout = 60_000, apart = true } = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout: timeout,
    isolate: apart,
    env: apart ? {} : inMemory,
  },
});

export default defineConfig({
  test: {
    // vitest would leave a core free, which on two is every second one.
    maxWorkers: '100%',
    // What is waited for comes; how soon is for no test to say, on a machine that may be busy.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      // Nothing in the app is made at import, so there is nothing that one of these files could leave to another.
      suite('unit', { apart: false }),
      suite('database', { apart: false }),
      suite('architecture'),
      suite('contract'),
      suite('google', { timeout: 120_000 }),
      suite('durability', { timeout: 600_000 }),
    ],
  },
});
