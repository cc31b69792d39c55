import { expect, it } from 'vitest';
import { openBillingScene } from '#test/support/billing-scene.ts';

it('tells on a draft which number was given for a later day already', async () => {
  const scene = openBillingScene();
  const clientId = scene.client();
  const draft = (issueDate: string) => {
    scene.entry(clientId, { start: `${issueDate}T08:00:00Z`, seconds: 3600 });
    const invoiceId = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId, issueDate });
    return invoiceId;
  };
  const first = draft('2026-11-20');
  expect(scene.billing.invoice(first).laterNumber).toBeNull();
  await scene.billing.issue(first);
  expect(scene.billing.invoice(first).laterNumber).toBeNull();
  const second = draft('2026-11-10');
  expect(scene.billing.invoice(second).laterNumber).toBe('2026-001');
  scene.billing.drafts.change({ invoiceId: second, issueDate: '2026-11-20' });
  expect(scene.billing.invoice(second).laterNumber).toBeNull();
  scene.store.close();
});

it('compares numbers of one counter only', async () => {
  const scene = openBillingScene();
  const series = {
    document: 'invoice',
    scope: 'client',
    pattern: '{CLIENT}-{NNN}',
    shared: false,
    next: 1,
  } as const;
  const [one, other] = [scene.client({ name: 'One' }), scene.client({ name: 'Other' })];
  scene.store.sql.prepare("UPDATE clients SET code = 'OT' WHERE id = ?").run(other);
  scene.billing.series.save(series);
  const draft = (clientId: string, issueDate: string) => {
    scene.entry(clientId, { start: `${issueDate}T08:00:00Z`, seconds: 3600 });
    const invoiceId = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId, issueDate });
    return invoiceId;
  };
  await scene.billing.issue(draft(one, '2026-11-20'));
  expect(scene.billing.invoice(draft(other, '2026-11-10')).laterNumber).toBeNull();
  expect(scene.billing.invoice(draft(one, '2026-11-10')).laterNumber).toBe('SC-001');
  scene.store.close();
});
