import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Compiles one file as if it stood in a top folder, with that folder's own settings. */
function compile(folder: string, source: string): string {
  const scratch = mkdtempSync(join(root, 'out', 'types-'));
  try {
    writeFileSync(join(scratch, 'probe.ts'), source);
    writeFileSync(
      join(scratch, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, folder, 'tsconfig.json'),
        compilerOptions: { rootDir: root, noEmit: true, composite: false, emitDeclarationOnly: false },
        include: [join(scratch, 'probe.ts')],
        references: [],
      }),
    );
    const tsc = resolve(root, 'node_modules/.bin/tsc');
    return spawnSync(tsc, ['-p', scratch], { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

describe('the compiler', () => {
  it.each([
    ['shared', 'export const x = document.title;', "Cannot find name 'document'"],
    ['main', 'export const x = window.api;', "Cannot find name 'window'"],
    ['renderer', "export { readFile } from 'node:fs';", "'node:fs'"],
    ['renderer', 'export const x = process.pid;', "Cannot find name 'process'"],
  ])('keeps %s from what is not its world: %s', (folder, source, message) => {
    expect(compile(folder, source)).toContain(message);
  });

  it('lets allowed code pass, so that the probe itself is sound', () => {
    expect(compile('renderer', 'export const x = document.title;')).toBe('');
    expect(compile('main', 'export const x = process.pid;')).toBe('');
  });
});
