// npm run dev [-- switches]: runs the app from its sources, with hot reload of the window.

import { toolEnvironment, toolNode } from './setup/environment.mjs';
import { setUp } from './setup/main.mjs';
import { explain } from './setup/say.mjs';
import { appSwitches, SWITCHES } from './tools/app-switches.mjs';
import { launch } from './tools/launch.mjs';
import { scriptOf } from './tools/tool.mjs';

const usage = `npm run dev [-- switches]
Sets up what is missing, then runs the app from its sources; a change of the window is shown at once.
${SWITCHES}`;

try {
  const asked = appSwitches(usage);
  if (asked) await develop(asked.switches);
} catch (error) {
  process.exitCode = explain(error);
}

async function develop(switches) {
  await setUp('run');
  Object.assign(process.env, toolEnvironment());
  process.exitCode = await launch(({ args }) => [
    toolNode(),
    [scriptOf('electron-vite'), 'dev', '--', ...args, ...switches],
  ]);
}
