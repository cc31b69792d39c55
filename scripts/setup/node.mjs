import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { placeFile, publishFolder } from './files.mjs';
import { cacheFolder, inModules, target } from './paths.mjs';
import { NODE_MINIMUM, NODE_PACKAGE } from './pins.mjs';
import { fetchPackage } from './registry.mjs';
import { Stop, say, withHeartbeat } from './say.mjs';
import { compareVersions } from './versions.mjs';

const STEP = 'node';
const packagedHome = () => path.join(cacheFolder(), 'node', `${NODE_PACKAGE.version}-${NODE_PACKAGE.target}`);

/**
 * What to do for a Node that the tools can run on: `own`, `packaged` or `stop`.
 * A running Node that set-up itself put into node_modules may vanish with them, so it is not `own`.
 */
export function chooseNode({ version, executable }, system = target) {
  if (!isBorrowed(executable) && compareVersions(version, NODE_MINIMUM) >= 0) return 'own';
  return system === NODE_PACKAGE.target ? 'packaged' : 'stop';
}

const isBorrowed = (executable) => executable.startsWith(inModules('node') + path.sep);

/** Makes sure that there is a Node for the tools; answers the path of its binary. */
export async function ensureNode() {
  const choice = chooseNode({
    version: process.versions.node,
    executable: process.execPath,
  });
  if (choice === 'own') return process.execPath;
  if (choice === 'stop') {
    throw new Stop(
      `Node ${process.versions.node} is too old for the tools; ${NODE_MINIMUM} or newer is needed.`,
      ['install the current long-term release from https://nodejs.org'],
    );
  }
  const home = await ensurePackagedNode(
    isBorrowed(process.execPath)
      ? 'the cache folder does not hold it any more'
      : `the tools need Node ${NODE_MINIMUM}, this is ${process.versions.node}`,
  );
  const binary = inModules('node', 'bin', 'node');
  placeFile(path.join(home, 'bin', 'node'), binary);
  linkCommand(binary);
  return binary;
}

/** The folder with `bin/node` and `include/node` from the npm registry, fetched once per user. */
export async function ensurePackagedNode(reason) {
  const home = packagedHome();
  if (existsSync(path.join(home, 'bin', 'node'))) return home;
  say(STEP, `fetching Node ${NODE_PACKAGE.version} from the npm registry: ${reason}`);
  await withHeartbeat(STEP, 'fetching', () =>
    publishFolder(home, (staging) => fetchPackage(NODE_PACKAGE, staging, ['bin', 'include', 'LICENSE'])),
  );
  return home;
}

/** The folder to compile against: the running Node's own headers, else the packaged ones. */
export async function headersFolder() {
  const own = path.resolve(path.dirname(process.execPath), '..');
  if (existsSync(path.join(own, 'include', 'node', 'node_api.h'))) return own;
  if (target !== NODE_PACKAGE.target) return null;
  return ensurePackagedNode('its C headers are needed to compile');
}

function linkCommand(binary) {
  const command = inModules('.bin', 'node');
  if (existsSync(command)) return;
  mkdirSync(path.dirname(command), { recursive: true });
  const temporary = `${command}.${randomUUID()}`;
  symlinkSync(path.relative(path.dirname(command), binary), temporary);
  renameSync(temporary, command);
}
