import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const biome = resolve(root, 'node_modules/.bin/biome');

/** Lints one file as if it stood at that path, under the project's own configuration. */
function lint(file: string, source: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'clientele-lint-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(scratch, 'biome.json'));
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    writeFileSync(join(scratch, file), source);
    const arguments_ = ['lint', '--vcs-enabled=false', '--reporter=json', '.'];
    return spawnSync(biome, arguments_, { cwd: scratch, encoding: 'utf8' }).stdout;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

describe('the linter', () => {
  it('knows Date only in the clock and in date.ts', () => {
    const source = 'export const now = Date.now();\n';
    expect(lint('main/features/time/service.ts', source)).toContain('noRestrictedGlobals');
    expect(lint('renderer/features/time/Day.tsx', source)).toContain('noRestrictedGlobals');
    expect(lint('main/platform/clock.ts', source)).not.toContain('noRestrictedGlobals');
  });

  it('refuses any, console and dropped types', () => {
    expect(lint('main/store/x.ts', 'export const x = (y: any) => y;\n')).toContain('noExplicitAny');
    expect(lint('main/store/x.ts', 'console.log(1);\n')).toContain('noConsole');
  });
});
