import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { end, expect, launchPackaged, startBinary, test } from './app.ts';

const call = (page: Page, name: string, input?: unknown) =>
  page.evaluate(([method, data]) => window.api.call(method as string, data), [name, input]);

test('the app starts, keeps a client, and finds it after a restart', async ({ profile }) => {
  const first = await launchPackaged(profile);
  expect(await first.page.evaluate(() => [typeof process, typeof require])).toEqual([
    'undefined',
    'undefined',
  ]);
  await expect(first.page.getByRole('main')).toBeVisible();
  expect(await call(first.page, 'clients.add', { name: 'Bäckerei Öztürk 🥨' })).toMatchObject({ ok: true });
  await expect(first.page.getByText('Bäckerei Öztürk 🥨').first()).toBeVisible();
  await first.close();

  const second = await launchPackaged(profile);
  await expect(second.page.getByText('Bäckerei Öztürk 🥨').first()).toBeVisible();
  await second.close();
});

test('it cannot be turned into a plain Node, whatever the environment says', async ({ profile }) => {
  const witness = join(profile, 'witness.cjs');
  const trace = join(profile, 'trace.txt');
  await writeFile(witness, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran');`);
  const environments = [{ ELECTRON_RUN_AS_NODE: '1' }, { NODE_OPTIONS: `--require=${witness}` }];
  for (const env of environments) {
    const { child, seen } = await startBinary([`--user-data-dir=${join(profile, 'data')}`, witness], env);
    await seen(/^Clientele ready in \d+ ms$/m);
    await end(child);
    await expect(readFile(trace, 'utf8')).rejects.toThrow('ENOENT');
  }
});

test('its Node side cannot be inspected', async ({ profile }) => {
  const { child, seen, output } = await startBinary([`--user-data-dir=${profile}`, '--inspect=0']);
  await seen(/^Clientele ready in \d+ ms$/m);
  await end(child);
  expect(output()).not.toMatch(/Debugger listening/);
});
