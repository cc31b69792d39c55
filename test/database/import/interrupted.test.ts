import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manyRows } from '#test/support/import-rows.ts';
import { type ImportScene, openImportScene } from '#test/support/import-scene.ts';

let scene: ImportScene;

beforeEach(() => {
  scene = openImportScene();
});
afterEach(() => scene.end());

const count = (table: string) =>
  scene.store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('an import that is interrupted', () => {
  it('is stopped in the middle and leaves nothing behind', async () => {
    const found = await scene.open(manyRows(20_000));
    await scene.call('import.check', scene.answers(found));
    const run = scene.call('import.run');
    await scene.until((state) => state.progress !== null && state.progress.done > 0);
    await scene.call('import.cancel');
    await run;
    expect(await scene.settled()).toMatchObject({ phase: 'checked', problem: null });
    expect(['time_entries', 'clients', 'imports', 'imported_rows'].map(count)).toEqual([0, 0, 0, 0]);
    await scene.call('import.run');
    expect(await scene.settled()).toMatchObject({ phase: 'done', result: { entries: 20_000 } });
  });

  it('leaves nothing behind when its thread dies', async () => {
    const found = await scene.open(manyRows(20_000));
    await scene.call('import.check', scene.answers(found));
    const run = scene.call('import.run');
    await scene.until((state) => state.progress !== null && state.progress.done > 0);
    await scene.killThread();
    await run;
    expect(await scene.settled()).toMatchObject({
      phase: 'failed',
      problem: expect.stringContaining('unexpectedly'),
    });
    expect(['time_entries', 'clients', 'imports', 'imported_rows'].map(count)).toEqual([0, 0, 0, 0]);
    // And nobody has to wait for it any more.
    await scene.call('clients.add', { name: 'Afterwards' });
    expect(await scene.importAll(manyRows(10))).toMatchObject({ phase: 'done' });
  });

  it('lets what a person does go first, and still comes whole', async () => {
    const { clientId } = await scene.call('clients.add', { name: 'Somebody' });
    const found = await scene.open(manyRows(20_000));
    await scene.call('import.check', scene.answers(found));
    const run = scene.call('import.run');
    let seen = 0;
    for (const notes of ['first', 'second', 'third']) {
      await scene.until((state) => state.phase === 'done' || (state.progress?.done ?? 0) > 1_000);
      await scene.call('clients.change', { clientId, notes });
      const now = (await scene.call('clients.get', { clientId })).notes;
      expect(now).toBe(notes);
      // Never a part of it.
      expect([0, 20_000]).toContain(count('time_entries'));
      seen += 1;
    }
    await run;
    expect(seen).toBe(3);
    expect(await scene.settled()).toMatchObject({ phase: 'done', result: { entries: 20_000 } });
    expect(count('time_entries')).toBe(20_000);
  });
});
