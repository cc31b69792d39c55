// Loads the bundles of the main process with what V8 made of them when they were built, so that a start does not
// compile a megabyte of code again. The build makes the caches (scripts/tools/code-cache.mjs) and they travel in the
// app's archive. One that is missing or of another V8 costs time and nothing else.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { Script } = require('node:vm');

const WRAPPER = ['(function (exports, require, module, __filename, __dirname) {\n', '\n})'];
const DIGEST_BYTES = 32;

/** The file that holds what V8 of this kind of machine made of a bundle. */
const cacheOf = (file) => `${file}.${process.platform}-${process.arch}.cache`;

/** V8 compares no more than the length of the source, so the source's digest stands before its data. */
const digest = (source) => createHash('sha256').update(source).digest();

/** @returns {Buffer | undefined} */
function readCache(file, source) {
  let stored;
  try {
    stored = readFileSync(cacheOf(file));
  } catch {
    return undefined;
  }
  return digest(source).equals(stored.subarray(0, DIGEST_BYTES)) ? stored.subarray(DIGEST_BYTES) : undefined;
}

/**
 * Runs a bundle as CommonJS, and what it requires by a relative path.
 * @param {string} main absolute path
 * @param {(file: string, script: Script) => void} [seen] is told of every file; sources and scripts are not kept here
 * @returns {object} what the bundle exports
 */
function load(main, seen = () => {}) {
  const modules = new Map();
  const run = (file) => {
    const known = modules.get(file);
    if (known) return known.exports;
    const source = readFileSync(file, 'utf8');
    const script = new Script(WRAPPER.join(source), {
      filename: file,
      // Places in the log are those of the source maps.
      lineOffset: -1,
      cachedData: readCache(file, source),
    });
    seen(file, script);
    const module = { exports: {} };
    modules.set(file, module);
    const near = (name) => (name.startsWith('.') ? run(resolve(dirname(file), name)) : require(name));
    script.runInThisContext().call(module.exports, module.exports, near, module, file, dirname(file));
    return module.exports;
  };
  return run(main);
}

module.exports = { cacheOf, digest, load };
