import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inModules, readJson, root, shortHash, target } from './paths.mjs';

// What the last complete set-up found. The other scripts and the tests read it; set-up itself uses
// it to see that there is nothing to do.

const file = () => inModules('.clientele', 'setup.json');

/** A hash over everything that decides what set-up has to do. */
export function setupKey() {
  const folder = path.join(root, 'scripts', 'setup');
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.mjs'))
    .sort();
  return shortHash([
    readFileSync(path.join(root, 'package-lock.json')),
    ...sources.map((name) => readFileSync(path.join(folder, name))),
    target,
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '',
  ]);
}

/** Paths inside this copy are kept relative, so that a copied node_modules keeps working. */
const inward = (place) => (place?.startsWith(root + path.sep) ? path.relative(root, place) : place);
const outward = (place) => (place ? path.resolve(root, place) : place);

function withPaths(record, change) {
  const { electron } = record;
  return {
    ...record,
    toolNode: change(record.toolNode),
    binaries: record.binaries.map(change),
    ...(electron && {
      electron: { ...electron, dist: change(electron.dist), executable: change(electron.executable) },
    }),
  };
}

/** The record of the last complete set-up, or null when there is none or its files are gone. */
export function readRecord() {
  const stored = readJson(file());
  if (!stored) return null;
  const record = withPaths(stored, outward);
  const paths = [record.toolNode, record.electron?.executable, ...record.binaries];
  return paths.every((place) => !place || existsSync(place)) ? record : null;
}

/** Publishes a record by rename. */
export function writeRecord(record) {
  mkdirSync(path.dirname(file()), { recursive: true });
  const temporary = `${file()}.${randomUUID()}`;
  writeFileSync(temporary, `${JSON.stringify(withPaths(record, inward), null, 2)}\n`);
  renameSync(temporary, file());
}

/** True when a record already covers the purpose: `test` covers `run`, which covers `tools`. */
export function covers(record, purpose, key) {
  const order = ['tools', 'run', 'test'];
  if (purpose === 'tools' && record?.toolsKey === key) return true;
  return record?.key === key && order.indexOf(record.purpose) >= order.indexOf(purpose);
}

/**
 * The record after a set-up for the tools alone: what an earlier one found for more than them is still there, whatever
 * has changed since, and stays as it was found for whoever asks for no set-up; only the tools are said to be anew.
 */
export function withTools(before, { key, toolNode }) {
  if (!before?.electron) return { key, purpose: 'tools', toolNode, binaries: [] };
  return { ...before, toolNode, toolsKey: key };
}
