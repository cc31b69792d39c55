// npm start [-- switches]: sets up and builds what is missing, then runs the app.
import { setUp } from './setup/main.mjs';
import { root } from './setup/paths.mjs';
import { explain, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { startDemo } from './tools/demo.mjs';
import { launch } from './tools/launch.mjs';

const usage = `npm start [-- switches]
Sets up and builds what is missing, then opens the app. Switches go to the app:
  --demo                a throw-away workspace on sample data, with a stand-in for Google on this machine
  --user-data-dir=DIR   keeps the workspace in that folder`;
const switches = process.argv.slice(2);

try {
  if (switches.includes('--help')) process.stdout.write(`${usage}\n`);
  else await start(switches.includes('--demo'));
} catch (error) {
  process.exitCode = explain(error);
}

async function start(demo) {
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
}
