// npm run package [-- --installers]: builds the app as people get it, unpacked (and installers).
import { electronRuntime } from './setup/environment.mjs';
import { setUp } from './setup/main.mjs';
import { explain, Stop, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { runTool } from './tools/tool.mjs';

try {
  await setUp('run');
  await ensureBuild();
  const runtime = electronRuntime();
  const args = ['--config', 'electron-builder.yml', '--publish', 'never'];
  if (!process.argv.includes('--installers')) args.push('--dir');
  if (runtime.kind === 'fallback') {
    say('package', `with the stand-in Electron ${runtime.version}: good for testing, not for giving away`);
    args.push(`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`);
  }
  const code = await runTool('electron-builder', args);
  if (code !== 0) throw new Stop('packaging failed; see the messages above.', ['npm run package']);
  say('package', 'the unpacked app is in release/');
} catch (error) {
  process.exitCode = explain(error);
}
