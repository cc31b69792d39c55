import { expect, type Page } from '@playwright/test';
import { callApp } from './seed.ts';

/** The draft that the demo ends its billing with; waits until that is done. */
export async function demoDraft(page: Page): Promise<string> {
  let found = '';
  await expect
    .poll(
      async () => {
        const invoices = await callApp(page, 'billing.invoices', { clientId: null });
        found = invoices.find(({ state }) => state === 'draft')?.id ?? '';
        // The last thing that it does.
        return found ? (await callApp(page, 'billing.invoice', { invoiceId: found })).note : '';
      },
      { timeout: 60_000 },
    )
    .toMatch(/receipt attached/);
  return found;
}

const access = [
  ['Online shop admin', 'orders@northwind.example', 'shop.northwind.example/admin', 'Tom Ashby', -80, 9],
  ['Newsletter service', 'hello@northwind.example', 'mail.letterpost.example', 'Tom Ashby', -80, 101],
  ['Flour supplier portal', 'northwind-2214', 'portal.flour.example', 'Priya Nair', -69, -7],
  ['Photo page', 'northwind.bakery', 'pictures.example', 'Priya Nair', -69, 113],
  ['Till back office', 'sample.assistant', 'till.ringup.example', 'Tom Ashby', -48, 134],
  ['Courier account', 'NWB-7781', 'ship.parcelway.example', 'Tom Ashby', -48, 134],
  ['Web hosting', 'tom@northwind.example', 'panel.hosting.example', 'Tom Ashby', -34, 148],
] as const;

/** Accesses of one client, one of them due for review. */
export async function fillCredentials(page: Page, clientId: string): Promise<void> {
  const { today } = await callApp(page, 'billing.overview');
  for (const [label, userName, address, grantedBy, granted, review] of access) {
    await callApp(page, 'vault.add', {
      clientId,
      label,
      userName,
      address,
      grantedBy,
      grantedOn: before(today, -granted),
      reviewOn: before(today, -review),
      notes: '',
      secret: 'rye-Loaf_4471-Levain',
    });
  }
}

/** The ISO date so many days before another one. */
function before(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
