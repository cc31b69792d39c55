import { expect, it } from 'vitest';
import { createHomeTaxes } from '#main/features/billing/home-taxes.ts';
import { openBillingScene, ownProfile } from '#test/support/billing-scene.ts';

const display = { currency: 'NOK', rate: '11.6955', date: '2026-11-24', source: 'European Central Bank' };

it('adds up in the own currency what documents in others say in it, and counts those that say nothing', async () => {
  const scene = openBillingScene();
  const { billing } = scene;
  const tax = { category: 'standard', rate: 25_000 } as const;
  const homeTaxes = createHomeTaxes(scene.store.sql);
  billing.parties.saveProfile({ ...ownProfile, country: '', tax });
  expect(homeTaxes('2026')).toBeNull();
  billing.parties.saveProfile({ ...ownProfile, country: 'NO', tax });

  const issued = async (currency: string, net: number, known: boolean) => {
    const invoiceId = scene.draft(scene.client({ currency, rate: null }));
    billing.lines.add({ invoiceId, text: 'Work', quantity: 1000, unit: net });
    if (known) billing.drafts.change({ invoiceId, display });
    await billing.issue(invoiceId);
    return invoiceId;
  };
  const first = await issued('EUR', 10_001, true);
  const second = await issued('EUR', 33_333, true);
  await issued('EUR', 5_000, false);
  await issued('NOK', 100_000, false);
  const lineId = billing.invoice(second).lines[0]?.id ?? '';
  const { invoiceId: creditId } = billing.credits.create({
    ...{ invoiceId: second, lines: [{ lineId, net: 1_111 }], givesBack: false },
  });
  await billing.issue(creditId);

  const said = (id: string) => billing.preview(id).display?.tax ?? 0;
  const found = homeTaxes('2026');
  expect(found).toMatchObject({ currency: 'NOK', without: 1, rows: [{ month: '2026-11', currency: 'EUR' }] });
  // To the minor unit what is printed on the three.
  expect(found?.rows[0]?.tax).toBe(said(first) + said(second) - said(creditId));
  expect(found?.rows[0]?.net).toBe(116_967 + 389_846 - 12_994);
  expect(homeTaxes('2025')).toEqual({ currency: 'NOK', without: 0, rows: [] });
  scene.store.close();
});
