import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import path from 'node:path';
import { placeFile, publishFolder } from './files.mjs';
import { headersFolder } from './node.mjs';
import { cacheFolder, inModules, readJson, root, shortHash, target } from './paths.mjs';
import { DATABASE_NODE_API } from './pins.mjs';
import { run, tail } from './run.mjs';
import { Stop, say, withHeartbeat } from './say.mjs';

const STEP = 'natives';

// The database module's ready-made binary asks for Node-API 10 only for its version stamp; compiled
// like this it also loads where Node-API is 9 (Electron 33, Node 20), and still on newer ones.
const OLD_NODE_API = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

const DATABASE = {
  name: 'better-sqlite3',
  binary: 'better_sqlite3.node',
  args: ['--force_build=1'],
  env: { CXXFLAGS: OLD_NODE_API },
  why: `this Electron's Node-API is older than the ready-made binary needs (about 90 s, once)`,
};
const KEYCHAIN = {
  name: 'keytar',
  binary: 'keytar.node',
  // The level that the module is written for; else the headers' own level would be stamped on it, and
  // an Electron or Node with an older one crashes.
  args: ['--napi_build_version=3'],
  env: {},
  why: 'its ready-made binary could not be downloaded (about 15 s, once)',
};

const built = (module) => inModules(module.name, 'build', 'Release', module.binary);

/** True when the database module has to be compiled for an Electron with this Node-API level. */
export const databaseNeedsCompiling = (nodeApi) => nodeApi < DATABASE_NODE_API;

/**
 * True when a compiler will be needed: nothing in place, nothing in the cache.
 * The keychain module counts only on Linux; elsewhere its ready-made binary is tried first.
 */
export function willCompile({ nodeApi }) {
  const keychain = !existsSync(built(KEYCHAIN)) && !existsSync(cached(KEYCHAIN));
  const database = databaseNeedsCompiling(nodeApi) && !existsSync(cached(DATABASE));
  return (keychain || database) && process.platform === 'linux';
}

/**
 * Makes sure that both native modules can be loaded by the tools' Node and by Electron.
 * Answers the paths of the binaries that had to be put in place.
 */
export async function ensureNatives({ toolNode, nodeApi }) {
  const compiled = databaseNeedsCompiling(nodeApi);
  if (compiled) await ensureCompiled(DATABASE, toolNode);
  await ensureKeychain(toolNode);
  return compiled ? [built(DATABASE), built(KEYCHAIN)] : [built(KEYCHAIN)];
}

async function ensureKeychain(toolNode) {
  if (existsSync(cached(KEYCHAIN))) placeFile(cached(KEYCHAIN), built(KEYCHAIN));
  if (existsSync(built(KEYCHAIN))) return;
  if (await downloadKeychain(toolNode)) return;
  await ensureCompiled(KEYCHAIN, toolNode);
}

async function downloadKeychain(toolNode) {
  say(STEP, 'downloading the ready-made keychain module');
  const script = inModules('prebuild-install', 'bin.js');
  const result = await run(toolNode, [script], { cwd: inModules('keytar'), timeout: 120_000 });
  return result.code === 0 && existsSync(built(KEYCHAIN));
}

async function ensureCompiled(module, toolNode) {
  const binary = cached(module);
  if (!existsSync(binary)) {
    say(STEP, `compiling ${module.name}: ${module.why}`);
    await withHeartbeat(STEP, 'compiling', () => compile(module, toolNode, binary));
  }
  if (placeFile(binary, built(module))) say(STEP, `${module.name} is in place`);
}

/** Compiles in a copy, so that a broken attempt leaves neither node_modules nor the cache changed. */
async function compile(module, toolNode, binary) {
  const headers = await headersFolder();
  await publishFolder(path.dirname(binary), async (staging) => {
    const work = path.join(staging, 'work');
    cpSync(inModules(module.name), work, { recursive: true });
    const addonApi = createRequire(inModules(module.name, 'package.json')).resolve('node-addon-api');
    cpSync(path.dirname(addonApi), path.join(work, 'node_modules', 'node-addon-api'), { recursive: true });
    const args = ['rebuild', '--release', `--jobs=${cpus().length}`, ...module.args];
    if (headers) args.push(`--nodedir=${headers}`);
    const result = await run(toolNode, [inModules('node-gyp', 'bin', 'node-gyp.js'), ...args], {
      cwd: work,
      env: { ...cleanEnvironment(toolNode), ...module.env },
      log: `compile-${module.name}`,
    });
    if (result.code !== 0) {
      throw new Stop(
        `${module.name} could not be compiled; the full output is in ${result.file}\n${tail(result.output)}`,
        compilerHints(),
      );
    }
    const ready = path.join(staging, 'ready');
    mkdirSync(ready);
    renameSync(path.join(work, 'build', 'Release', module.binary), path.join(ready, module.binary));
    return ready;
  });
}

/** Named after everything that shapes the binary, so that a change compiles again. */
function cached(module) {
  const lock = readJson(path.join(root, 'package-lock.json'));
  const entry = lock?.packages?.[`node_modules/${module.name}`] ?? {};
  const recipe = shortHash([entry.integrity ?? '', JSON.stringify([module.args, module.env])]);
  const folder = `${module.name}-${entry.version}-${target}-${recipe}`;
  return path.join(cacheFolder(), 'native', folder, module.binary);
}

/** The environment without npm's own settings, which node-gyp would let win over its arguments. */
function cleanEnvironment(toolNode) {
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (/^npm_(config|package)_/i.test(key)) delete env[key];
  env.PATH = `${path.dirname(toolNode)}${path.delimiter}${env.PATH ?? ''}`;
  return env;
}

function compilerHints() {
  if (process.platform === 'darwin') return ['xcode-select --install'];
  if (process.platform === 'win32') return ['winget install Microsoft.VisualStudio.2022.BuildTools'];
  return ['sudo apt-get install -y g++ make python3 pkg-config libsecret-1-dev'];
}
