// npm run check: types, lint, dead code, architecture, unit and database tests. Needs no Electron.
import { setUp } from './setup/main.mjs';
import { explain } from './setup/say.mjs';
import { runSuites } from './tools/runner.mjs';
import { STATIC_STEPS, vitestSuite } from './tools/suites.mjs';
import { switchesOf } from './tools/switches.mjs';

const usage = `npm run check
Types, lint, dead code, and the tests that need no Electron: architecture, unit and database. It takes no switches; one
test alone: npx vitest run test/unit/backup.test.ts, see CONTRIBUTING.md.`;

try {
  if (switchesOf(usage, {})) await check();
} catch (error) {
  process.exitCode = explain(error);
}

async function check() {
  await setUp('tools');
  process.exitCode = await runSuites([
    ...STATIC_STEPS,
    vitestSuite('fast tests', ['architecture', 'unit', 'database'], { quick: true }),
  ]);
}
