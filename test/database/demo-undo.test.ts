import { afterEach, beforeEach, expect, it } from 'vitest';
import { unrecorded } from '#main/demo-money.ts';
import type { Store } from '#main/store/store.ts';
import { openTestStore } from '#test/support/store.ts';

let store: Store;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

it('waits for what takes its time', async () => {
  const calls = { slow: async (text: string) => `${text}!` };
  expect(await unrecorded(calls, store).slow('done')).toBe('done!');
});

it('puts nothing of what the app does by itself between a person and their last step', () => {
  const rename = (name: string) =>
    store.act({ key: 'undo.clientChanged', values: { name } }, () =>
      store.sql
        .prepare(
          `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
           VALUES (?, ?, 'X', 1, 'Europe/Berlin', '[]', 'en', 'EUR', 1, 1)`,
        )
        .run(name, name),
    );
  const calls = { rename };
  calls.rename('by hand');
  unrecorded(calls, store).rename('by itself');
  expect(store.sql.prepare('SELECT count(*) FROM clients').pluck().get()).toBe(2);
  expect(store.undo()?.values).toEqual({ name: 'by hand' });
  expect(store.undoState().undo).toBeNull();
  expect(store.sql.prepare('SELECT name FROM clients').pluck().all()).toEqual(['by itself']);
});
