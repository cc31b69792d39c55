import { expect, it } from 'vitest';
import { createBilling } from '#main/features/billing/service.ts';
import { createDocumentWords, createWords } from '#main/platform/words.ts';
import type { Sql } from '#main/store/open.ts';
import type { Store } from '#main/store/store.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { FakeFiles, FakePrinter } from '#test/support/billing.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';
import { FakePicker } from '#test/support/picker.ts';
import { memorySettings } from '#test/support/services.ts';

/** A store that keeps the text of what is asked for rows. */
function watched(store: Store): { readonly store: Store; readonly asked: Set<string> } {
  const asked = new Set<string>();
  const proxied = <T extends object>(target: T, over: Partial<T>): T =>
    new Proxy(target, {
      get: (_, key) => {
        if (Object.hasOwn(over, key)) return Reflect.get(over, key);
        const value = Reflect.get(target, key);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  const prepare = (text: string) => {
    const statement = store.sql.prepare(text);
    const ask =
      (way: 'all' | 'get') =>
      (...values: unknown[]) => {
        asked.add(text);
        return statement[way](...values);
      };
    const asking = { all: ask('all'), get: ask('get') } as unknown as Partial<typeof statement>;
    return proxied(statement, {
      ...asking,
      pluck: () => {
        statement.pluck();
        return proxied(statement, asking);
      },
    } as unknown as Partial<typeof statement>);
  };
  const sql = proxied(store.sql, { prepare } as unknown as Partial<Sql>);
  return { store: proxied(store, { sql } as Partial<Store>), asked };
}

/** How SQLite means to find what was asked for. */
function plansOf(sql: Sql, asked: Iterable<string>): string[] {
  return [...asked].flatMap((text) => {
    const names = [...text.matchAll(/[:@](\w+)/g)].map(([, name]) => [name, null]);
    const places = [...text.matchAll(/\?/g)].map(() => null);
    const rows = sql.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...places, Object.fromEntries(names));
    return (rows as { detail: string }[]).map(({ detail }) => detail);
  });
}

/** Steps that read everything that was ever done or billed, by the table's name or by the letter it goes by. */
const readsAll = (steps: readonly string[]) =>
  steps.filter(
    (step) =>
      /^SCAN (e|i|l|le|s|p|n|x|w|t|time_entries|invoices|invoice_\w+|payments|expenses|write_offs|tasks)\b/.test(
        step,
      ) || /USING INDEX (time_entries_by_client|invoices_by_client) /.test(step),
  );

function someWork(scene: BillingScene): string[] {
  const kinds = [
    newAgreement.hourly,
    newAgreement.dayRate,
    newAgreement.retainer,
    newAgreement.perTask,
  ] as const;
  return kinds.map((kind, index) => {
    const clientId = scene.client({ name: `Client ${index}`, rate: null });
    scene.billing.agreements.save(kind(clientId));
    const taskId = scene.task(clientId, 'Newsletter');
    scene.store.sql.prepare('UPDATE tasks SET completed_at = ? WHERE id = ?').run(scene.clock.now(), taskId);
    for (let day = 10; day < 20; day++)
      scene.entry(clientId, { start: `2026-11-${day}T08:00:00Z`, seconds: 3600, taskId });
    return clientId;
  });
}

function askForMoney(scene: BillingScene) {
  const { store, asked } = watched(scene.store);
  const billing = createBilling(store, {
    ...scene,
    words: createWords(() => 'en'),
    documentWords: createDocumentWords(),
    pdf: new FakePrinter(),
    files: new FakeFiles(),
    picker: new FakePicker(),
    opener: { open: async () => {} },
    settings: memorySettings(),
  });
  const clients = someWork(scene);
  scene.draft(clients[0] ?? '');
  asked.clear();
  expect(billing.overview.all().unbilled).toHaveLength(clients.length);
  for (const clientId of clients) expect(billing.overview.unbilled(clientId)).not.toBeNull();
  billing.retainers.all(null);
  return asked;
}

const needed = [
  'time_entries_unbilled',
  'invoices_in_draft',
  'invoices_issued',
  'invoice_line_sources_by_client',
  'payments_by_invoice',
];

it('finds what is unbilled, on drafts and open without reading all work and all invoices', () => {
  const scene = openBillingScene();
  const asked = askForMoney(scene);
  expect(asked.size).toBeGreaterThan(20);
  const plans = plansOf(scene.store.sql, asked);
  expect(readsAll(plans)).toEqual([]);
  for (const index of needed)
    expect(plans, index).toContainEqual(expect.stringMatching(`USING (COVERING )?INDEX ${index} `));
  scene.store.close();
});
