// npm run package [-- --installers]: builds the app as people get it, unpacked (and installers).
import { electronRuntime } from './setup/environment.mjs';
import { setUp } from './setup/main.mjs';
import { explain, Stop, say } from './setup/say.mjs';
import { ensureBuild } from './tools/build.mjs';
import { switchesOf } from './tools/switches.mjs';
import { runTool } from './tools/tool.mjs';

const usage = `npm run package [-- --installers]
Builds the hardened app of this machine into release/, unpacked; with --installers the installers as well.`;

try {
  const switches = switchesOf(usage, { installers: { type: 'boolean', default: false } });
  if (switches) await makePackage(switches.installers);
} catch (error) {
  process.exitCode = explain(error);
}

async function makePackage(installers) {
  await setUp('run');
  await ensureBuild();
  const runtime = electronRuntime();
  const args = ['--config', 'electron-builder.yml', '--publish', 'never'];
  if (!installers) args.push('--dir');
  if (runtime.kind === 'fallback') {
    say('package', `with the stand-in Electron ${runtime.version}: good for testing, not for giving away`);
    args.push(`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtime.version}`);
  }
  const code = await runTool('electron-builder', args);
  if (code !== 0) throw new Stop('packaging failed; see the messages above.', ['npm run package']);
  say('package', `the unpacked app is in release/${unpackedApp()}`);
}

/** Where electron-builder puts what can be started, below `release/`. */
function unpackedApp({ platform, arch } = process) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return `mac${suffix}/Clientele.app`;
  if (platform === 'win32') return `win${suffix}-unpacked/Clientele.exe`;
  return `linux${suffix}-unpacked/clientele`;
}
