import { afterEach, beforeEach, expect, it } from 'vitest';
import de from '#shared/locales/de.ts';
import en from '#shared/locales/en.ts';
import { openServices, type TestServices } from '#test/support/services.ts';

/** The audit of tracked time: it only grows, and is cleared at the next start, when undo is over. */
const keptUntilStart = ['time_entry_changes'];

let services: TestServices;
beforeEach(async () => {
  services = openServices();
  await services.call('sample.install');
});
afterEach(() => services.close());

type Tables = Record<string, unknown[]>;

function everything(): Tables {
  const { sql } = services.store;
  const names = sql
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_text%' ESCAPE '\\'`)
    .pluck()
    .all() as string[];
  return Object.fromEntries(names.map((name) => [name, sql.prepare(`SELECT * FROM ${name}`).all()]));
}

/** Tables with a row that names the client, whatever the column is called. */
function naming(tables: Tables, clientId: string): string[] {
  return Object.entries(tables)
    .filter(([, rows]) => rows.some((row) => Object.values(row as object).includes(clientId)))
    .map(([name]) => name);
}

/** Rows in no promised order, so that a table put back is the table that was. */
function asSets(tables: Tables): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([name]) => !keptUntilStart.includes(name))
      .map(([name, rows]) => [name, rows.map((row) => JSON.stringify(row)).sort()]),
  );
}

it('leaves no row of a deleted client in any table, shows all of them before, and brings all of them back', async () => {
  const before = asSets(everything());
  for (const { id: clientId } of await services.call('clients.list')) {
    const preview = await services.call('clients.deletionPreview', { clientId });
    expect(preview.refusal).toBeNull();
    expect(preview.belongings.map((belonging) => belonging.kind)).toEqual(
      expect.arrayContaining(['tasks', 'timeEntries', 'columns']),
    );
    for (const { kind } of preview.belongings)
      for (const texts of [en.clients.belongings, de.clients.belongings])
        expect(Object.keys(texts)).toEqual(expect.arrayContaining([`${kind}_one`, `${kind}_other`]));

    await services.call('clients.delete', { clientId });
    expect(naming(everything(), clientId).filter((name) => !keptUntilStart.includes(name))).toEqual([]);
    await services.call('undo.undo');
    expect(asSets(everything())).toEqual(before);
  }
});

it('names the gaps of a client that still wait to be reviewed', async () => {
  const { clientId } = await services.call('clients.add', { name: 'Gap & Co' });
  const preview = async () =>
    (await services.call('clients.deletionPreview', { clientId })).belongings.filter(
      ({ kind }) => kind === 'openGaps',
    );
  const hour = 3_600_000;
  const insert = services.store.sql.prepare(
    `INSERT INTO time_gaps (id, client_id, started_at, ended_at, zone, cause, noticed_at, answer, answered_at)
     VALUES (?, ?, 0, ?, 'UTC', 'sleep', ?, ?, ?)`,
  );
  expect((await preview()).filter(({ count }) => count > 0)).toEqual([]);
  insert.run('g1', clientId, hour, hour, null, null);
  insert.run('g2', clientId, hour, hour, 'discarded', hour);
  expect(await preview()).toEqual([{ kind: 'openGaps', count: 1, milliseconds: hour }]);
});
