import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

const perClient = {
  document: 'invoice',
  scope: 'client',
  shared: false,
  pattern: '{CLIENT}/{YY}-{NN}',
  next: 1,
} as const;

function clientWithDrafts(name: string, code: string, count: number): string[] {
  const clientId = scene.client({ name });
  scene.store.sql.prepare('UPDATE clients SET code = ? WHERE id = ?').run(code, clientId);
  return Array.from({ length: count }, (_, day) => {
    scene.entry(clientId, { start: `2026-11-0${day + 1}T08:00:00Z`, seconds: 3600 });
    return scene.draft(clientId);
  });
}

describe('a series for each client', () => {
  it('counts each client from 1, whatever the order, and proves it', async () => {
    scene.billing.series.save(perClient);
    const [a1 = '', a2 = ''] = clientWithDrafts('Northwind', 'NB', 2);
    const [b1 = ''] = clientWithDrafts('Fjord', 'FC', 1);
    expect(scene.billing.invoice(b1).number).toBe('FC/26-01');
    const numbers = [];
    for (const draft of [a1, b1, a2]) numbers.push((await scene.billing.issue(draft)).number);
    expect(numbers).toEqual(['NB/26-01', 'FC/26-01', 'NB/26-02']);
    expect(scene.billing.gaps().series).toEqual(
      expect.arrayContaining([
        { document: 'invoice', period: 'Northwind', first: 1, next: 3, issued: 2, missing: [] },
        { document: 'invoice', period: 'Fjord', first: 1, next: 2, issued: 1, missing: [] },
      ]),
    );
  });

  it('issues nothing while two clients share a code, and says so before', async () => {
    scene.billing.series.save(perClient);
    const [first = ''] = clientWithDrafts('Northwind', 'NB', 1);
    const [second = ''] = clientWithDrafts('North Bay', 'nb', 1);
    for (const draft of [first, second]) {
      expect(scene.billing.invoice(draft).problems).toEqual(['codeShared']);
      await expect(scene.billing.issue(draft)).rejects.toMatchObject({
        code: 'invalid_input',
        details: { fields: { codeShared: 'invoice.problem.codeShared' } },
      });
    }
    scene.store.sql.prepare(`UPDATE clients SET code = 'NY' WHERE code = 'nb'`).run();
    expect((await scene.billing.issue(first)).number).toBe('NB/26-01');
    expect((await scene.billing.issue(second)).number).toBe('NY/26-01');
  });

  it('gives no number twice when a code has gone to another client', async () => {
    scene.billing.series.save(perClient);
    const [first = ''] = clientWithDrafts('Northwind', 'NB', 1);
    await scene.billing.issue(first);
    scene.store.sql.prepare(`UPDATE clients SET code = 'NW'`).run();
    const [second = ''] = clientWithDrafts('North Bay', 'NB', 1);
    expect(scene.billing.invoice(second).problems).toEqual(['numberTaken']);
    await expect(scene.billing.issue(second)).rejects.toMatchObject({ code: 'invalid_input' });
    expect(scene.billing.invoice(second).state).toBe('draft');
  });

  it('does not mind shared codes where numbers count for all clients', async () => {
    const [first = ''] = clientWithDrafts('Northwind', 'NB', 1);
    clientWithDrafts('North Bay', 'NB', 1);
    await expect(scene.billing.issue(first)).resolves.toMatchObject({ number: '2026-001' });
  });

  it('shows what numbers will look like', () => {
    clientWithDrafts('Northwind', 'NB', 1);
    scene.billing.series.save(perClient);
    expect(scene.billing.series.views().invoice).toMatchObject({ scope: 'client', preview: 'NB/26-01' });
    expect(scene.billing.series.views().creditNote).toMatchObject({ preview: 'CN-2026-001', shared: false });
  });
});
