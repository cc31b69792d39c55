import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, packaged, test } from './app.ts';

const { platform, arch } = process;

test('the archive holds the bundles and two native modules, nothing else', async () => {
  const { archive } = await packaged();
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.replaceAll('\\', '/'));
  const packages = new Set(
    entries.flatMap((entry) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(entry)?.[1] ?? []),
  );
  expect([...packages].sort()).toEqual(['better-sqlite3', 'keytar']);
  expect(entries.filter((entry) => entry.includes('googleapis'))).toEqual([]);
  expect(entries.filter((entry) => /\.(c|cc|cpp|h|hpp|gyp|gypi|o|a|map|ts)$/.test(entry))).toEqual([]);
  const tops = new Set(entries.map((entry) => entry.split('/')[1]));
  expect([...tops].filter((top) => top !== 'resources').sort()).toEqual([
    'node_modules',
    'out',
    'package.json',
  ]);
  expect(entries).toContain('/out/main/index.cjs');
  expect(entries).toContain(`/out/main/app.cjs.${platform}-${arch}.cache`);
});

test('only native modules built for this system travel along', async () => {
  const { archive } = await packaged();
  const natives = listPackage(archive, { isPack: false })
    .map((entry) => entry.replaceAll('\\', '/').replace('/node_modules/', ''))
    .filter((entry) => entry.endsWith('.node'));
  expect(natives).toContain('keytar/build/Release/keytar.node');
  const allowed = [
    'keytar/build/Release/keytar.node',
    'better-sqlite3/build/Release/better_sqlite3.node',
    `better-sqlite3/prebuilds/${platform}-${arch}.node`,
  ];
  expect(natives.filter((entry) => !allowed.includes(entry))).toEqual([]);
  expect(natives.some((entry) => entry.startsWith('better-sqlite3/'))).toBe(true);
});

test('the licences of what was bundled lie beside the archive', async () => {
  const { archive } = await packaged();
  const text = (name: string) => readFile(join(dirname(archive), 'licenses', name), 'utf8');
  const [main, page] = await Promise.all([text('main.md'), text('window.md')]);
  for (const name of ['googleapis', '@cantoo/pdf-lib', '@fontsource/inter'])
    expect(main).toContain(`## ${name} - `);
  for (const name of ['react', '@mantine/core', '@fontsource-variable/inter']) {
    expect(page).toContain(`## ${name} - `);
  }
  expect(main).toContain('Apache License');
  expect(page).toContain('SIL OPEN FONT LICENSE');
});

test('the fuses are hardened', async () => {
  const { executable } = await packaged();
  const wire = await getCurrentFuseWire(executable);
  const expected = {
    [FuseV1Options.RunAsNode]: FuseState.DISABLE,
    [FuseV1Options.EnableCookieEncryption]: FuseState.ENABLE,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: FuseState.DISABLE,
    [FuseV1Options.EnableNodeCliInspectArguments]: FuseState.DISABLE,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: FuseState.ENABLE,
    [FuseV1Options.OnlyLoadAppFromAsar]: FuseState.ENABLE,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: FuseState.DISABLE,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: FuseState.DISABLE,
  };
  expect(wire).toMatchObject(expected);
});
