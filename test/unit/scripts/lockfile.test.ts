import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { completed, entryFor, missingOptional } from '../../../scripts/setup/lockfile.mjs';
import { root } from '../../../scripts/setup/paths.mjs';

describe('the lockfile', () => {
  test('of this repository answers every optional dependency, so that npm ci works on each system', () => {
    const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    expect(missingOptional(lock), 'run: npm run lockfile').toEqual([]);
  });

  test('gets entries for other systems back, and nothing else changes', () => {
    const lock = {
      lockfileVersion: 3,
      packages: {
        '': { name: 'x' },
        'node_modules/tool': {
          version: '1.2.3',
          optionalDependencies: { '@t/cli-linux-x64': '1.2.3', '@t/cli-win32-arm64-msvc': '1.2.3' },
        },
        'node_modules/@t/cli-linux-x64': { version: '1.2.3', integrity: 'sha512-abc' },
      },
    };
    const whole = completed(lock);
    expect(missingOptional(whole)).toEqual([]);
    expect(whole.packages['node_modules/@t/cli-win32-arm64-msvc']).toEqual({
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['win32'],
    });
    expect(whole.packages).toMatchObject(lock.packages);
  });

  test('guesses no entry for a name that does not say the system, or a version range', () => {
    expect(entryFor('fsevents', '2.3.3')).toBeNull();
    expect(entryFor('@t/cli-darwin-x64', '^1.0.0')).toBeNull();
    expect(entryFor('@t/cli-linux-x64-musl', '1.0.0')).toMatchObject({ libc: ['musl'] });
  });
});
