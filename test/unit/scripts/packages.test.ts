import { describe, expect, test } from 'vitest';
import {
  availableNames,
  installedNames,
  missingPackages,
  neededGroups,
} from '../../../scripts/setup/packages.mjs';

const names = (groups: { names: (string | string[])[] }[]) => groups.flatMap((group) => group.names.flat());

describe('which system packages a purpose needs', () => {
  test('the tools alone need none', () => {
    expect(neededGroups({ purpose: 'tools', display: false, compile: false })).toEqual([]);
  });

  test('running needs a virtual display only where there is none', () => {
    const without = names(neededGroups({ purpose: 'run', display: false, compile: false }));
    const having = names(neededGroups({ purpose: 'run', display: true, compile: false }));
    expect(without).toContain('xvfb');
    expect(having).not.toContain('xvfb');
    expect(having).toContain('libnss3');
    expect(having).not.toContain('gnome-keyring');
  });

  test('tests always get the virtual display, a keyring and a notification service', () => {
    const wanted = names(neededGroups({ purpose: 'test', display: true, compile: false }));
    expect(wanted).toEqual(expect.arrayContaining(['xvfb', 'gnome-keyring', 'dunst', 'dbus']));
  });

  test('a compiler is asked for only when something has to be compiled', () => {
    expect(names(neededGroups({ purpose: 'run', display: true, compile: false }))).not.toContain('g++');
    expect(names(neededGroups({ purpose: 'run', display: true, compile: true }))).toContain('g++');
  });
});

describe('what is missing', () => {
  const groups = [{ why: 'windows', names: [['libgtk-3-0', 'libgtk-3-0t64'], 'libnss3'] }];

  test('is nothing when everything is installed, under either name', () => {
    const installed = new Set(['libgtk-3-0t64', 'libnss3']);
    expect(missingPackages(groups, (name: string) => installed.has(name))).toEqual([]);
  });

  test('is proposed under the name that this release has', () => {
    const missing = missingPackages(
      groups,
      () => false,
      (name: string) => name !== 'libgtk-3-0',
    );
    expect(missing).toEqual([{ why: 'windows', names: ['libgtk-3-0t64', 'libnss3'] }]);
  });

  test('counts a removed package whose settings are left as missing', () => {
    const installed = installedNames('xvfb\trc \nlibnss3\tii \nhalf\tiU \n');
    expect([...installed]).toEqual(['libnss3']);
  });

  test('reads which names have a candidate', () => {
    const output =
      'libgtk-3-0:\n  Installed: (none)\n  Candidate: 3.24\nlibgtk-3-0t64:\n  Candidate: (none)\n';
    expect([...availableNames(output)]).toEqual(['libgtk-3-0']);
  });
});
