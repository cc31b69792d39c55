// npm test: everything, from set-up to the last end-to-end test on the packaged app.
import { setUp } from './setup/main.mjs';
import { explain } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { onInterrupt } from './tools/children.mjs';
import { stepCounts } from './tools/counts.mjs';
import { runSuites } from './tools/runner.mjs';
import { startSession } from './tools/session.mjs';
import { playwrightSuite, STATIC_STEPS, vitestSuite } from './tools/suites.mjs';
import { switchesOf } from './tools/switches.mjs';
import { runScript } from './tools/tool.mjs';

const usage = `npm test
Everything, from set-up to the last test on the packaged app. It takes no switches; one test alone: see CONTRIBUTING.md.`;

try {
  if (switchesOf(usage, {})) await testAll();
} catch (error) {
  process.exitCode = explain(error);
}

async function testAll() {
  await setUp('test');
  const session = await startSession();
  onInterrupt(async () => {
    await session.close();
    process.exit(130);
  });
  try {
    process.exitCode = await runSuites([
      ...STATIC_STEPS,
      vitestSuite('fast tests', ['architecture', 'unit', 'database']),
      vitestSuite('slow tests', ['contract', 'google', 'durability']),
      { name: 'build', run: () => ensureBuild().then(() => stepCounts(0)) },
      { ...playwrightSuite('end to end', 'test/e2e/playwright.config.ts', session.env), needs: 'build' },
      { name: 'package', needs: 'build', run: () => runScript('scripts/package.mjs').then(stepCounts) },
      { ...playwrightSuite('packaged app', 'test/e2e/packaged.config.ts', session.env), needs: 'package' },
    ]);
  } finally {
    await session.close();
  }
}
