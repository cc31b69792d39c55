import { ensurePackages } from './debian.mjs';
import { ensureElectron } from './electron.mjs';
import { hasDisplay } from './environment.mjs';
import { withLock } from './lock.mjs';
import { ensureModules, modulesDifference } from './modules.mjs';
import { ensureNatives, willCompile } from './natives.mjs';
import { ensureNode } from './node.mjs';
import { covers, readRecord, setupKey, withTools, writeRecord } from './record.mjs';
import { say } from './say.mjs';
import { nodeApiOf, verifyNatives } from './verify.mjs';

/**
 * Brings this copy into the state that a purpose needs, doing only what is missing:
 * `tools` (modules and a Node for them), `run` (also Electron, native modules and system
 * libraries) or `test` (also what the end-to-end tests use). Answers the record of what is there.
 * Throws Stop with what to do when something cannot be had.
 */
export async function setUp(purpose) {
  const known = readRecord();
  if (modulesDifference() === null && covers(known, purpose, setupKey())) return known;
  return withLock(() => perform(purpose));
}

async function perform(purpose) {
  await ensureModules();
  const before = readRecord();
  // Another set-up may have done it while this one waited.
  if (covers(before, purpose, setupKey())) return before;
  const begun = performance.now();
  const key = setupKey();
  const toolNode = await ensureNode();
  const record =
    purpose === 'tools'
      ? withTools(before, { key, toolNode })
      : await prepareElectron({ key, purpose, toolNode, binaries: [] });
  writeRecord(record);
  say('set-up', `ready in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return record;
}

async function prepareElectron(record) {
  const { purpose, toolNode } = record;
  const display = hasDisplay();
  const refreshed = await ensurePackages({ purpose, display, compile: false });
  const electron = await ensureElectron(toolNode);
  const nodeApi = await nodeApiOf(electron);
  say('electron', `${electron.version} (${electron.kind}), Node-API ${nodeApi}`);
  const compile = willCompile({ nodeApi });
  if (compile) await ensurePackages({ purpose, display, compile }, !refreshed);
  const binaries = await ensureNatives({ toolNode, nodeApi });
  await verifyNatives(toolNode, electron);
  return { ...record, electron, nodeApi, binaries };
}
