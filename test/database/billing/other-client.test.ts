import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

/** A line on a draft of one client, and what stands behind lines of another. */
function open() {
  const own = scene.client({ name: 'Own' });
  scene.entry(own, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
  const lineId = scene.billing.invoice(scene.draft(own)).lines[0]?.id ?? '';
  const other = scene.client({ name: 'Other', rate: null });
  const { agreementId } = scene.billing.agreements.save(newAgreement.retainer(other));
  const { expenseId } = scene.billing.expenses.save({
    ...{ id: null, clientId: other, spentOn: '2026-11-02', text: 'Stamps', amount: 100, currency: 'EUR' },
    ...{ billable: true, receiptId: null },
  });
  const refs = {
    task: scene.task(other, 'Theirs'),
    expense: expenseId,
    fee: `${agreementId}:2026-11-01`,
    hours: `${agreementId}:2026-11-01`,
    day: `${agreementId}:2026-11-02`,
    over: `over:${agreementId}:2026-11-02`,
  };
  return { own, lineId, refs };
}

const refused = expect.objectContaining({ code: 'locked', details: { reason: 'invoice.otherClient' } });

describe('what stands behind a line', () => {
  it.each(['task', 'expense', 'fee', 'hours', 'day', 'over'] as const)(
    'is never of another client: %s',
    (what) => {
      const { own, lineId, refs } = open();
      const put = (ref: string) =>
        scene.store.write(() =>
          scene.store.sql
            .prepare(
              'INSERT INTO invoice_line_sources (id, line_id, client_id, kind, ref) VALUES (?, ?, ?, ?, ?)',
            )
            .run(scene.ids.next(), lineId, own, what === 'over' ? 'day' : what, ref),
        );
      expect(() => put(refs[what])).toThrow(refused);
      const mine = scene.task(own, 'Mine');
      if (what !== 'task') return;
      put(mine);
      const move = () =>
        scene.store.write(() =>
          scene.store.sql
            .prepare('UPDATE invoice_line_sources SET ref = ? WHERE ref = ?')
            .run(refs.task, mine),
        );
      expect(move).toThrow(refused);
    },
  );
});
