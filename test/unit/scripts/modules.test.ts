import { describe, expect, test } from 'vitest';
import { firstDifference } from '../../../scripts/setup/modules.mjs';

const lock = {
  packages: {
    '': { name: 'clientele' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  },
};
const installed =
  (versions: Record<string, string>) =>
  (where: string): string | null =>
    versions[where] ?? null;

describe('whether the modules are what the lockfile says', () => {
  test('they may lack what is for other systems, and nothing else', () => {
    expect(firstDifference(lock, installed({ 'node_modules/a': '1.0.0' }), true)).toBeNull();
    expect(firstDifference(lock, installed({}), true)).toBe('node_modules/a is missing');
    expect(firstDifference(lock, installed({ 'node_modules/a': '1.1.0' }), true)).toContain('1.1.0');
  });

  test('an installation that was cut off counts as none, whatever versions are there already', () => {
    expect(firstDifference(lock, installed({ 'node_modules/a': '1.0.0' }), false)).toContain('not finished');
  });
});
