// npm start [-- switches]: sets up and builds what is missing, then runs the app.
// Switches go to the app: --demo, --user-data-dir=DIR.
import { setUp } from './setup/main.mjs';
import { root } from './setup/paths.mjs';
import { explain, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { startDemo } from './tools/demo.mjs';
import { launch } from './tools/launch.mjs';

const switches = process.argv.slice(2);
const demo = switches.includes('--demo');

try {
  await setUp(demo ? 'test' : 'run');
  await ensureBuild();
  const sample = demo ? await startDemo() : null;
  say('start', 'opening Clientele');
  try {
    process.exitCode = await launch(
      ({ executable, args }) => [executable, [...args, root, ...switches, ...(sample?.switches ?? [])]],
      sample?.env,
    );
  } finally {
    await sample?.close();
  }
} catch (error) {
  process.exitCode = explain(error);
}
