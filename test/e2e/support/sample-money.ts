import type { Page } from '@playwright/test';
import { callApp } from './seed.ts';

/** What the sample leaves for a person to do: own details, issued invoices, a draft, credentials. */
export async function fillMoney(page: Page, clients: ReadonlyMap<string, string>): Promise<string> {
  const id = (name: string) => clients.get(name) ?? '';
  await callApp(page, 'billing.saveProfile', {
    name: 'Sample Assistant',
    trade: 'Virtual assistance',
    address: 'Sample street 14-3\n10000 Sample town',
    email: 'assistant@sample.example',
    phone: '',
    vatId: '',
    taxNumber: '',
    paymentDetails: 'Sample Assistant\nEE00 0000 0000 0000 0000',
    paymentDays: 14,
    tax: { category: 'none', rate: 0 },
    taxNote: '',
  });
  const { today } = await callApp(page, 'billing.overview');
  const draft = async (name: string, issueDate: string) => {
    const work = await callApp(page, 'billing.unbilled', { clientId: id(name) });
    if (!work?.from || work.from > issueDate) return null;
    const { invoiceId } = await callApp(page, 'billing.createDraft', {
      clientId: id(name),
      from: work.from,
      to: issueDate,
      grouping: 'task',
    });
    const { lines } = await callApp(page, 'billing.invoice', { invoiceId });
    if (lines.length === 0) {
      // Nothing of a retainer or a price per task was due by then.
      await callApp(page, 'billing.discardDraft', { invoiceId });
      return null;
    }
    await callApp(page, 'billing.changeDraft', { invoiceId, issueDate });
    return invoiceId;
  };
  const issued: string[] = [];
  for (const [name, daysAgo] of [
    ['Harbour Yoga', 23],
    ['Northwind Bakery', 20],
    ['Studio Lumen', 15],
    ['Tern Architects', 8],
    ['Quill & Sage', 6],
  ] as const) {
    const invoiceId = await draft(name, before(today, daysAgo));
    if (!invoiceId) continue;
    await callApp(page, 'billing.issue', { invoiceId });
    issued.push(invoiceId);
  }
  const [first, second] = issued;
  if (!first || !second) throw new Error('the sample has too little work for invoices');
  await pay(page, first, before(today, 4), 1);
  await pay(page, second, before(today, 2), 2);
  const open = await draft('Fjord & Co', today);
  if (!open) throw new Error('the sample has no work for a draft');
  await callApp(page, 'billing.addLine', {
    invoiceId: open,
    text: 'Courier, board packs',
    quantity: 1_000,
    unit: 3_850,
  });
  await callApp(page, 'billing.changeDraft', {
    invoiceId: open,
    note: 'Board packs went by courier, receipt attached.',
  });
  return open;
}

/** Pays one of so many parts of an invoice. */
async function pay(page: Page, invoiceId: string, paidOn: string, parts: number): Promise<void> {
  const { totals } = await callApp(page, 'billing.invoice', { invoiceId });
  const amount = Math.floor(totals.gross / parts);
  await callApp(page, 'billing.savePayment', { id: null, invoiceId, paidOn, amount, note: '' });
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
