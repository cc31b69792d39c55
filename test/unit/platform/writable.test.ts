import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isWritable } from '#main/platform/writable.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-writable-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a folder is made and left empty; below a file there is none', () => {
  const place = join(folder, 'new', 'profile');
  expect(isWritable(place)).toBe(true);
  expect(existsSync(join(place, '.writable'))).toBe(false);
  writeFileSync(join(folder, 'plain'), '');
  expect(isWritable(join(folder, 'plain', 'profile'))).toBe(false);
});

it('two that ask at once do not take each other for a refusal', async () => {
  const module = join(import.meta.dirname, '../../../main/platform/writable.ts');
  const ask = `import { isWritable } from ${JSON.stringify(module)};
    for (let i = 0; i < 2000; i++) if (!isWritable(${JSON.stringify(folder)})) process.exit(1);`;
  const start = () => promisify(execFile)(process.execPath, ['--input-type=module', '--eval', ask]);
  await expect(Promise.all([start(), start()])).resolves.toHaveLength(2);
}, 20_000);
