// npm run dev [-- switches]: runs the app from its sources, with hot reload of the window.

import { toolEnvironment, toolNode } from './setup/environment.mjs';
import { setUp } from './setup/main.mjs';
import { explain } from './setup/say.mjs';
import { launch } from './tools/launch.mjs';
import { scriptOf } from './tools/tool.mjs';

try {
  await setUp('run');
  Object.assign(process.env, toolEnvironment());
  process.exitCode = await launch(({ args }) => [
    toolNode(),
    [scriptOf('electron-vite'), 'dev', '--', ...args, ...process.argv.slice(2)],
  ]);
} catch (error) {
  process.exitCode = explain(error);
}
