// npm start [-- switches]: sets up and builds what is missing, then runs the app.
// Switches go to the app: --demo, --user-data-dir=DIR.
import { setUp } from './setup/main.mjs';
import { root } from './setup/paths.mjs';
import { explain, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { launch } from './tools/launch.mjs';

try {
  await setUp('run');
  await ensureBuild();
  say('start', 'opening Clientele');
  process.exitCode = await launch(({ executable, args }) => [
    executable,
    [...args, root, ...process.argv.slice(2)],
  ]);
} catch (error) {
  process.exitCode = explain(error);
}
