import { expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';

it('shows all cycles of one client, each with its work, and the last few among all clients', () => {
  const scene = openBillingScene();
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-02-01' });
  scene.entry(clientId, { start: '2026-02-10T08:00:00Z', seconds: 3600 });
  const [own] = scene.billing.retainers.all(clientId);
  expect(own?.cycles.map(({ start }) => start)).toEqual(
    Array.from({ length: 10 }, (_, month) => `2026-${String(month + 2).padStart(2, '0')}-01`),
  );
  // Of what is left of 20 hours at most five go on.
  expect(own?.cycles[0]).toMatchObject({ worked: 3600, left: 19 * 3600, lapsed: 14 * 3600 });
  expect(scene.billing.retainers.cycle(clientId, own?.agreementId ?? '', '2026-02-01')).toHaveLength(1);
  const [among] = scene.billing.retainers.all(null);
  expect(among?.cycles).toEqual(own?.cycles.slice(-6));
  scene.store.close();
});
