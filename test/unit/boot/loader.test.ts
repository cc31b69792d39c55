import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const { cacheOf, digest, load } = createRequire(import.meta.url)('../../../main/boot/loader.cjs') as {
  readonly cacheOf: (file: string) => string;
  readonly digest: (source: string) => Buffer;
  readonly load: (main: string, seen?: (file: string, script: Script) => void) => Record<string, unknown>;
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-loader-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, source: string): string {
  const file = join(folder, name);
  writeFileSync(file, source);
  return file;
}

function scriptsOf(main: string): Map<string, Script> {
  const scripts = new Map<string, Script>();
  load(main, (file, script) => scripts.set(file, script));
  return scripts;
}

/** Leaves beside a bundle what V8 makes of it, as a build does. */
function keep(file: string): void {
  for (const [path, script] of scriptsOf(file)) {
    const source = readFileSync(path, 'utf8');
    writeFileSync(cacheOf(path), Buffer.concat([digest(source), script.createCachedData()]));
  }
}

describe('the loader of the bundles', () => {
  it('runs a bundle and each that it requires once, with what it asks of Node', () => {
    write(
      'counter.cjs',
      "globalThis.runs = (globalThis.runs ?? 0) + 1; exports.join = require('node:path').join;",
    );
    const main = write(
      'main.cjs',
      "const a = require('./counter.cjs'); exports.same = a === require('./counter.cjs'); exports.at = a.join(__dirname, 'x');",
    );
    expect(load(main)).toEqual({ same: true, at: join(folder, 'x') });
    expect(Reflect.get(globalThis, 'runs')).toBe(1);
  });

  it('takes what was compiled before', () => {
    const main = write('main.cjs', 'exports.answer = 1;');
    keep(main);
    expect(scriptsOf(main).get(main)?.cachedDataRejected).toBe(false);
    expect(load(main)).toEqual({ answer: 1 });
  });

  it('runs the source when it is another one of the same length', () => {
    const main = write('main.cjs', 'exports.answer = 1;');
    keep(main);
    write('main.cjs', 'exports.answer = 2;');
    expect(load(main)).toEqual({ answer: 2 });
  });

  it('runs the source when what was compiled is damaged or of another V8', () => {
    const main = write('main.cjs', 'exports.answer = 3;');
    for (const kept of [Buffer.alloc(0), Buffer.concat([digest('exports.answer = 3;'), Buffer.alloc(64)])]) {
      writeFileSync(cacheOf(main), kept);
      expect(load(main)).toEqual({ answer: 3 });
    }
  });

  it('names the places of errors as they stand in the source', () => {
    const main = write('main.cjs', 'exports.fail = () => { throw new Error("here"); };');
    const fail = load(main).fail as () => void;
    expect(fail).toThrow('here');
    let stack = '';
    try {
      fail();
    } catch (error) {
      stack = (error as Error).stack ?? '';
    }
    expect(stack).toContain(`${main}:1:30`);
  });
});
