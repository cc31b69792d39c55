// Run by Electron itself, as only the same V8 with the same switches takes the caches: loads the app's bundles as a start
// does, writes what V8 made of them beside them, and ends before the app could begin. With `--check` it counts the
// caches that were taken instead.
const { writeFileSync } = require('node:fs');
const path = require('node:path');

const folder = path.resolve(__dirname, '../../../out/main');
const { cacheOf, digest, load } = require(path.join(folder, 'loader.cjs'));
const loaded = load(path.join(folder, 'app.cjs'));
if (process.argv.includes('--check')) {
  const taken = [...loaded.values()].filter(({ script }) => script.cachedDataRejected === false);
  process.exit(taken.length === loaded.size ? 0 : 1);
}
for (const [file, { source, script }] of loaded) {
  writeFileSync(cacheOf(file), Buffer.concat([digest(source), script.createCachedData()]));
}
process.exit(0);
