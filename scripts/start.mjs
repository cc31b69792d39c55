// npm start [-- switches]: sets up and builds what is missing, then runs the app.
import { setUp } from './setup/main.mjs';
import { root } from './setup/paths.mjs';
import { explain, say } from './setup/say.mjs';
import { appSwitches, SWITCHES } from './tools/app-switches.mjs';
import { ensureBuild } from './tools/build.mjs';
import { startDemo } from './tools/demo.mjs';
import { launch } from './tools/launch.mjs';

const usage = `npm start [-- switches]
Sets up and builds what is missing, then opens the app. With --demo it gets a stand-in for Google on this machine as well.
${SWITCHES}`;

try {
  const asked = appSwitches(usage);
  if (asked) await start(asked);
} catch (error) {
  process.exitCode = explain(error);
}

async function start({ demo, switches }) {
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
