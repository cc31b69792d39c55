import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ciiSchemaErrors } from '../support/einvoice/cii-schema.ts';
import { reading, text } from '../support/einvoice/parse.ts';
import { pdfInside } from '../support/einvoice/pdf-inside.ts';
import { ruleErrors } from '../support/einvoice/rules.ts';
import { sumErrors } from '../support/einvoice/sums.ts';
import { ublSchemaErrors } from '../support/einvoice/ubl-schema.ts';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { draftUntil, expectLines, issue, showMoney } from './support/billing-screens.ts';
import { launchFaster } from './support/faster.ts';
import { record } from './support/month.ts';
import { saveBy } from './support/saving.ts';
import { show } from './support/screen.ts';
import { callApp } from './support/seed.ts';

const today = Date.UTC(2026, 11, 2, 9, 0);
const leitwegId = '04011000-12345-03';
const office = 'Bezirksamt Nord';

/** A German seller who has no phone yet, a public body without a reference, and two pieces of work at EUR 57.35. */
async function prepare(page: Page): Promise<string> {
  await callApp(page, 'billing.saveProfile', {
    name: 'Ana Pérez & Söhne',
    trade: 'Virtuelle Assistenz',
    address: '',
    street: 'Musterstraße 1',
    postcode: '50667',
    city: 'Köln',
    country: 'DE',
    email: 'ana@sample.example',
    phone: '',
    vatId: 'DE136695976',
    taxNumber: '',
    paymentDetails: '',
    iban: 'DE75512108001245126199',
    paymentDays: 14,
    tax: { category: 'standard', rate: 19_000 },
    taxNote: '',
  });
  const { clientId } = await callApp(page, 'clients.add', {
    name: office,
    zone: 'Europe/Berlin',
    language: 'de',
    currency: 'EUR',
  });
  await callApp(page, 'billing.saveParty', {
    clientId,
    legalName: 'Bezirksamt Nord der Musterstadt',
    contact: '',
    address: '',
    street: 'Rathausplatz 1',
    postcode: '20095',
    city: 'Hamburg',
    country: 'DE',
    vatId: '',
    email: '',
    paymentDays: null,
  });
  await callApp(page, 'billing.saveAgreement', {
    clientId,
    agreementId: null,
    termsId: null,
    kind: 'hourly',
    title: '',
    workKinds: null,
    validFrom: '2026-11-01',
    currency: 'EUR',
    rate: 57_35,
    terms: { kindRates: {} },
  });
  await record(page, clientId, [
    { date: '2026-11-02', from: '09:00', to: '12:20', kind: 'writing' },
    { date: '2026-11-03', from: '09:00', to: '10:07', kind: 'email' },
  ]);
  return clientId;
}

const missing = {
  phone: 'XRechnung needs your phone number.',
  reference: /^XRechnung needs the client’s buyer reference .*Leitweg-ID/,
  address: 'XRechnung needs the client’s electronic address or e-mail address.',
} as const;

async function expectMissing(where: Locator, ...what: readonly (keyof typeof missing)[]): Promise<void> {
  await expect(where.getByRole('listitem')).toHaveCount(what.length);
  for (const one of what) await expect(where.getByText(missing[one])).toBeVisible();
}

test('a public body gets XRechnung and Factur-X, and what is missing is told before', async ({ profile }) => {
  const app = await launchFaster(profile, today, 1, 'Europe/Berlin');
  const { page } = app;
  const clientId = await prepare(page);

  await showMoney(page, clientId, office);
  await page.getByRole('button', { name: 'Edit e-invoices' }).click();
  const choice = page.getByRole('dialog', { name: 'E-invoices' });
  await choice.getByRole('checkbox', { name: /^XRechnung/ }).check();
  await choice.getByRole('checkbox', { name: /^Factur-X/ }).check();
  await expectAccessible(page);
  await choice.getByRole('button', { name: 'Save' }).click();
  await expect(choice).toBeHidden();

  // 3 h 20 min × 57.35 = 191.1667, so 191.17; 1 h 07 min × 57.35 = 64.0408, so 64.04.
  await draftUntil(page, '2026-11-30', 'By kind');
  await expectLines(page, [
    ['Texte', '3h 20m', '€57.35', '€191.17'],
    ['E-Mail', '1h 07m', '€57.35', '€64.04'],
  ]);
  const draft = await page.evaluate(() => window.location.hash);
  const before = page.getByRole('region', { name: 'Before this can be issued' });
  await expectMissing(before, 'phone', 'reference', 'address');
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  const refused = page.getByRole('dialog', { name: 'Not ready to issue yet' });
  await expectMissing(refused, 'phone', 'reference', 'address');
  await expect(refused.getByRole('button', { name: 'Issue invoice' })).toBeHidden();
  await refused.getByRole('button', { name: 'Close' }).last().click();

  await before.getByRole('button', { name: 'Fill in the client’s details' }).click();
  const party = page.getByRole('dialog', { name: 'Billing details' });
  await party.getByLabel('Buyer reference').fill(leitwegId);
  await party.getByLabel('E-invoice scheme').fill('Leitweg');
  await party.getByLabel('E-invoice address').fill(leitwegId);
  await party.getByRole('button', { name: 'Save' }).click();
  await expect(party.getByLabel('E-invoice scheme')).toHaveAttribute('aria-invalid', 'true');
  await party.getByLabel('E-invoice scheme').fill('0204');
  await party.getByRole('button', { name: 'Save' }).click();
  await expect(party).toBeHidden();
  await expectMissing(before, 'phone');

  await before.getByRole('link', { name: 'Fill in my details' }).click();
  await page.getByLabel('Phone', { exact: true }).fill('+49 221 000000');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('My details are saved')).toBeVisible();
  await show(page, draft, office);
  await expect(page.getByRole('heading', { name: 'New invoice' })).toBeVisible();
  await expect(before).toBeHidden();

  // 191.17 + 64.04 = 255.21; 19 % of it is 48.4899, so 48.49; together 303.70.
  expect(await issue(page, '€303.70', office)).toBe('2026-001');
  const saved = async (format: string, file: string) => {
    const bytes = await saveBy(app, `Save ${format}`, join(profile, file));
    const digest = createHash('sha256').update(bytes).digest('hex');
    await expect(page.getByRole('row').filter({ hasText: format }).getByText(digest)).toBeVisible();
    return bytes;
  };
  const xrechnung = (await saved('XRechnung 3.0 (UBL)', 'x.xml')).toString('utf8');
  const facturx = await saved('Factur-X / ZUGFeRD (PDF with XML)', 'f.pdf');

  expect(ublSchemaErrors(xrechnung)).toEqual([]);
  reading(xrechnung, (document) => {
    const said = (path: string) => text(document, path);
    expect(said('//cbc:CustomizationID')).toMatch(/xrechnung_3\.0$/);
    expect(said('/*/cbc:ID')).toBe('2026-001');
    expect(said('//cbc:BuyerReference')).toBe(leitwegId);
    expect(said("//cac:AccountingCustomerParty//cbc:EndpointID[@schemeID = '0204']")).toBe(leitwegId);
    expect(said('//cac:AccountingSupplierParty//cac:Contact/cbc:Telephone')).toBe('+49 221 000000');
    expect(said('//cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount')).toBe('255.21');
    expect(said('/*/cac:TaxTotal/cbc:TaxAmount')).toBe('48.49');
    expect(said('//cbc:PayableAmount')).toBe('303.70');
  });
  const inside = await pdfInside(facturx);
  expect(inside).toMatchObject({ pages: 1, complaints: '' });
  expect(inside.metadata).toContain('<fx:ConformanceLevel>EN 16931<');
  expect(inside.files.map(({ name }) => name)).toEqual(['factur-x.xml']);
  const cii = Buffer.from(inside.files[0]?.bytes ?? []).toString('utf8');
  expect(ciiSchemaErrors(cii)).toEqual([]);
  reading(cii, (document) => {
    const said = (path: string) => text(document, path);
    expect(said('//rsm:ExchangedDocument/ram:ID')).toBe('2026-001');
    expect(said('//ram:BuyerReference')).toBe(leitwegId);
    expect(said('//ram:SellerTradeParty/ram:Name')).toBe('Ana Pérez & Söhne');
    expect(said('//ram:TaxBasisTotalAmount')).toBe('255.21');
    expect(said('//ram:TaxTotalAmount')).toBe('48.49');
    expect(said('//ram:DuePayableAmount')).toBe('303.70');
  });
  for (const xml of [xrechnung, cii]) {
    expect(sumErrors(xml, 2)).toEqual([]);
    expect(ruleErrors(xml)).toEqual([]);
  }
  await app.close();
});
