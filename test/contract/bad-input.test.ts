import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '#shared/ipc/contract.ts';
import type { ErrorDetails } from '#shared/ipc/errors.ts';
import de from '#shared/locales/de.ts';
import en from '#shared/locales/en.ts';
import { inputsFor } from '#test/support/inputs.ts';
import { openServices, type TestServices } from '#test/support/services.ts';

/** Calls that leave the database alone and ask something of the system that tests do not have. */
const outside: readonly string[] = [
  'app.openExternal',
  'backup.create',
  'backup.choose',
  'backup.restore',
  'import.choose',
  'billing.chooseLogo',
  'billing.chooseReceipt',
];
const names = (Object.keys(contract) as (keyof typeof contract)[]).filter((name) => !outside.includes(name));

let services: TestServices;
let tables: string[];
let ids: string[];

beforeEach(async () => {
  services = openServices();
  const { sql } = services.store;
  tables = sql
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_text%' ESCAPE '\\'`)
    .pluck()
    .all() as string[];
  for (const name of ['Northwind Bakery', 'Fjord & Co']) {
    const { clientId } = await services.call('clients.add', {
      name,
      contacts: [{ name: 'Ada', role: '', email: '', phone: '' }],
    });
    await services.call('tasks.add', { clientId, title: 'Travel to Oslo' });
    await services.call('time.start', { clientId });
    services.clock.advance(60_000);
    await services.call('time.stop');
  }
  const named = (table: string) => sql.prepare(`SELECT id FROM ${table}`).pluck().all() as string[];
  ids = ['clients', 'board_columns', 'tasks', 'contacts', 'time_entries'].flatMap(named);
});
afterEach(() => services.close());

/** Everything stored, as text. */
function stored(): string {
  return JSON.stringify(tables.map((table) => services.store.sql.prepare(`SELECT * FROM ${table}`).all()));
}

function textOf(catalogue: object, key: string): unknown {
  return key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)?.[part], catalogue);
}

/** Keys of the `errors` catalogue that a refusal names and a catalogue lacks. */
function missingTexts(code: string, { fields = {}, reason }: ErrorDetails): string[] {
  const keys = [code, ...Object.values(fields), ...(reason ? [reason] : [])];
  return keys.filter((key) =>
    [en.errors, de.errors].some((errors) => typeof textOf(errors, key) !== 'string'),
  );
}

describe.each(names)('%s', (name) => {
  it('stores nothing when it refuses, and says why in both languages', async () => {
    await fc.assert(
      fc.asyncProperty(inputsFor(contract[name].input, ids), async (input) => {
        const before = stored();
        const answer = await services.envelope(name, input);
        if (answer.ok) return;
        expect(stored()).toBe(before);
        expect(answer.code).not.toBe('internal');
        expect(missingTexts(answer.code, answer.details)).toEqual([]);
      }),
      { numRuns: Number(process.env.BAD_INPUT_RUNS ?? 20) },
    );
  });
});

it('refuses calls that do not exist', async () => {
  for (const name of ['clients.drop', '__proto__', 'constructor'])
    expect(await services.envelope(name)).toMatchObject({ ok: false, code: 'forbidden' });
});
