// npm run check: types, lint, dead code, architecture, unit and database tests. Needs no Electron.
import { setUp } from './setup/main.mjs';
import { explain } from './setup/say.mjs';
import { runSuites } from './tools/runner.mjs';
import { STATIC_STEPS, vitestSuite } from './tools/suites.mjs';

try {
  await setUp('tools');
  process.exitCode = await runSuites([
    ...STATIC_STEPS,
    vitestSuite('fast tests', ['architecture', 'unit', 'database'], { quick: true }),
  ]);
} catch (error) {
  process.exitCode = explain(error);
}
