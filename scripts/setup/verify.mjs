import { inModules } from './paths.mjs';
import { run, tail } from './run.mjs';
import { Stop } from './say.mjs';

/** The Node-API level of an Electron binary, asked from itself. */
export async function nodeApiOf(electron) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const script = 'process.stdout.write(process.versions.napi)';
  const result = await run(electron.executable, ['-e', script], { env });
  const level = Number(result.output);
  if (result.code === 0 && level > 0) return level;
  throw new Stop(`Electron at ${electron.executable} does not start.\n${tail(result.output)}`);
}

/** Loads both native modules in the tools' Node and in Electron, in processes of their own. */
export async function verifyNatives(toolNode, electron) {
  const script = `
    const Database = require(${JSON.stringify(inModules('better-sqlite3'))});
    new Database(':memory:').prepare('select 1').get();
    require(${JSON.stringify(inModules('keytar'))});`;
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  for (const program of [toolNode, electron.executable]) {
    const result = await run(program, ['-e', script], { env });
    if (result.code === 0) continue;
    throw new Stop(`the native modules do not load in ${program}.\n${tail(result.output)}`, [
      'npm ci --ignore-scripts',
      'npm run setup',
    ]);
  }
}
