import { expect, it } from 'vitest';
import { createAgreementRows } from '#main/features/billing/agreement-rows.ts';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';

it('turns the rates of each client into one agreement with their days', () => {
  const sql = openDatabase(':memory:');
  migrate(
    sql,
    migrations.slice(
      0,
      migrations.findIndex(({ name }) => name === 'agreements'),
    ),
  );
  for (const id of ['a', 'b']) {
    sql.exec(`INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
      VALUES ('${id}', '${id}', 'AB', 1, 'Europe/Oslo', '[]', 'en', 'EUR', 1, 1)`);
  }
  sql.exec(`INSERT INTO agreements (id, client_id, kind, valid_from, currency, rate_minor, created_at, updated_at) VALUES
    ('a2', 'a', 'hourly', '2026-06-01', 'EUR', 5000, 20, 21), ('a1', 'a', 'hourly', '2026-01-01', 'EUR', 4000, 10, 11),
    ('b1', 'b', 'hourly', '2026-03-01', 'GBP', 3000, 30, 31)`);
  migrate(sql, migrations);
  const of = createAgreementRows(sql);
  const rates = (clientId: string) =>
    of(clientId).map(({ kind, workKinds, versions }) => [
      kind,
      workKinds,
      versions.map(({ id, validFrom, currency, rate }) => `${id} ${validFrom} ${currency} ${rate}`),
    ]);
  expect(rates('a')).toEqual([['hourly', null, ['a1 2026-01-01 EUR 4000', 'a2 2026-06-01 EUR 5000']]]);
  expect(rates('b')).toEqual([['hourly', null, ['b1 2026-03-01 GBP 3000']]]);
  expect(sql.pragma('foreign_key_check')).toEqual([]);
  sql.close();
});
