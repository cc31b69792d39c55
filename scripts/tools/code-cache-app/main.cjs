// Run by Electron itself, as only the same V8 with the same switches takes the caches: loads the app's bundles as a start
// does, writes what V8 made of them beside them, and ends before the app could begin. With `--check` it counts the
// caches that were taken instead.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.resolve(__dirname, '../../../out/main');
const { cacheOf, digest, load } = require(path.join(folder, 'loader.cjs'));
const scripts = new Map();
load(path.join(folder, 'app.cjs'), (file, script) => scripts.set(file, script));
if (process.argv.includes('--check')) {
  const taken = [...scripts.values()].filter(({ cachedDataRejected }) => cachedDataRejected === false);
  process.exit(taken.length === scripts.size ? 0 : 1);
}
for (const [file, script] of scripts) {
  const source = readFileSync(file, 'utf8');
  writeFileSync(cacheOf(file), Buffer.concat([digest(source), script.createCachedData()]));
}
process.exit(0);
