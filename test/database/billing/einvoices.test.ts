import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EFormat } from '#shared/domain/einvoice/problems.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';
import { ciiSchemaErrors } from '#test/support/einvoice/cii-schema.ts';
import { reading, text } from '#test/support/einvoice/parse.ts';
import { pdfInside } from '#test/support/einvoice/pdf-inside.ts';
import { ruleErrors } from '#test/support/einvoice/rules.ts';
import { sumErrors } from '#test/support/einvoice/sums.ts';
import { ublSchemaErrors } from '#test/support/einvoice/ubl-schema.ts';

let scene: BillingScene;
let clientId: string;

beforeEach(async () => {
  scene = openBillingScene();
  clientId = scene.client();
  const document = await PDFDocument.create();
  document.addPage().drawText('page');
  const page = await document.save();
  scene.printer.print = async (html) => {
    await scene.printer.beforePrint();
    scene.printer.pages.push(html);
    return page;
  };
  const { billing } = scene;
  const german = { street: 'Sample street 1', postcode: '50667', city: 'Köln', country: 'DE' };
  billing.parties.saveProfile({
    ...billing.parties.profile(),
    ...german,
    name: 'Ana Pérez',
    vatId: 'DE 136695976',
    phone: '+49 221 000000',
    iban: 'DE75512108001245126199',
  });
  billing.parties.saveParty({
    ...billing.parties.party(clientId),
    ...german,
    email: 'in@client.example',
    buyerReference: '04011000-12345-03',
  });
});
afterEach(() => scene.store.close());

function draft(formats: readonly EFormat[]): string {
  scene.billing.einvoices.save(clientId, formats);
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 5 * 3600 + 40 * 60, note: 'Inbox' });
  scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 3601, note: 'Call' });
  const invoiceId = scene.draft(clientId, 'day');
  scene.billing.drafts.change({ invoiceId, tax: { category: 'standard', rate: 19_000 } });
  return invoiceId;
}

const rows = (invoiceId: string) =>
  scene.store.sql
    .prepare('SELECT format, bytes, sha256 FROM invoice_documents WHERE invoice_id = ?')
    .all(invoiceId) as {
    format: string;
    bytes: Buffer;
    sha256: string;
  }[];
const everything: readonly EFormat[] = ['facturx', 'xrechnung', 'ubl', 'cii'];

describe('issuing with e-invoices', () => {
  it('makes and keeps each of them with the page, all with their digest', async () => {
    const invoiceId = draft(everything);
    const { number } = await scene.billing.issue(invoiceId);
    const kept = rows(invoiceId);
    expect(kept.map(({ format }) => format).sort()).toEqual(['cii', 'facturx', 'pdf', 'ubl', 'xrechnung']);
    for (const { bytes, sha256 } of kept) {
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    const xml = (format: string) => kept.find((row) => row.format === format)?.bytes.toString('utf8') ?? '';
    expect(ciiSchemaErrors(xml('cii'))).toEqual([]);
    for (const format of ['ubl', 'xrechnung']) expect(ublSchemaErrors(xml(format))).toEqual([]);
    for (const format of ['cii', 'ubl', 'xrechnung']) {
      expect(sumErrors(xml(format), 2)).toEqual([]);
      expect(ruleErrors(xml(format))).toEqual([]);
    }
    reading(xml('xrechnung'), (document) => {
      expect(text(document, '/*/cbc:ID')).toBe(number);
      expect(text(document, '//cbc:PayableAmount')).toBe('357.01');
    });
    const inside = await pdfInside(kept.find((row) => row.format === 'facturx')?.bytes ?? Buffer.alloc(0));
    expect(Buffer.from(inside.files[0]?.bytes ?? []).toString('utf8')).toBe(xml('cii'));
  });

  it('adds up to the cent at every rate with a discount on mixed rates, in every syntax', async () => {
    const expense = {
      id: null,
      clientId,
      spentOn: '2026-11-04',
      text: 'Books',
      amount: 1071,
      currency: 'EUR',
    };
    const own = { billable: true, receiptId: null, tax: { category: 'standard', rate: 7_000 } } as const;
    scene.billing.expenses.save({ ...expense, ...own });
    const invoiceId = draft(['xrechnung', 'ubl', 'cii']);
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Less', percent: 12_345, amount: null });
    scene.billing.expenses.addDiscount({ invoiceId, text: 'More', percent: null, amount: 333 });
    await scene.billing.issue(invoiceId);
    const { taxes, gross } = scene.billing.invoice(invoiceId).totals;
    expect(taxes).toEqual([
      { category: 'standard', rate: 19_000, net: 25_964, tax: 4933 },
      { category: 'standard', rate: 7_000, net: 939, tax: 66 },
    ]);
    expect(gross).toBe(25_964 + 4933 + 939 + 66);
    for (const { format, bytes } of rows(invoiceId).filter((row) => row.format !== 'pdf')) {
      expect([sumErrors(bytes.toString('utf8'), 2), ruleErrors(bytes.toString('utf8'))], format).toEqual([
        [],
        [],
      ]);
    }
  });

  it('saves what was kept, byte for byte, whatever changes later', async () => {
    const invoiceId = draft(['xrechnung', 'facturx']);
    await scene.billing.issue(invoiceId);
    scene.billing.parties.saveProfile({ ...scene.billing.parties.profile(), name: 'Somebody Else' });
    scene.billing.einvoices.save(clientId, []);
    for (const { format, bytes } of rows(invoiceId)) {
      await scene.billing.documents.save(invoiceId, format as 'pdf');
      expect(Buffer.from(scene.files.saved.at(-1)?.bytes ?? []).equals(bytes)).toBe(true);
    }
    expect(scene.files.saved.map(({ name }) => name)).toContain(
      'Invoice 2026-001 Sample Client AS XRechnung.xml',
    );
    expect(scene.billing.documents.list(invoiceId).map(({ format }) => format)).toEqual([
      'pdf',
      'xrechnung',
      'facturx',
    ]);
  });

  it('refuses to save a document that is not what it was', async () => {
    const invoiceId = draft(['cii']);
    await scene.billing.issue(invoiceId);
    const { sql } = scene.store;
    for (const { name } of sql
      .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'invoice_documents'")
      .all() as { name: string }[])
      sql.exec(`DROP TRIGGER ${name}`);
    sql.prepare("UPDATE invoice_documents SET bytes = x'00' WHERE format = 'cii'").run();
    await expect(scene.billing.documents.save(invoiceId, 'cii')).rejects.toMatchObject({
      code: 'database_damaged',
    });
    await expect(scene.billing.documents.save(invoiceId, 'ubl')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses a wrong Leitweg-ID where it is typed, and on an invoice that has it already', () => {
    const { billing } = scene;
    const invoiceId = draft([]);
    const save = (buyerReference: string) =>
      billing.parties.saveParty({ ...billing.parties.party(clientId), buyerReference });
    save('04011000-1234512345-07');
    expect(billing.invoice(invoiceId).problems).toEqual([]);
    billing.einvoices.save(clientId, ['xrechnung']);
    expect(billing.invoice(invoiceId).problems).toEqual(['clientLeitwegId']);
    expect(() => save('04011000-1234512345-07')).toThrow(
      expect.objectContaining({ details: { fields: { buyerReference: 'party.leitwegId' } } }),
    );
    for (const taken of ['4711', 'Order 4711']) {
      save(taken);
      expect(billing.invoice(invoiceId).problems).toEqual([]);
    }
    save('04011000-1234512345-06');
    expect(billing.invoice(invoiceId).problems).toEqual([]);
  });

  it('says what is missing before, in the editor and on issuing, and leaves nothing half done', async () => {
    const { billing } = scene;
    const invoiceId = draft(['xrechnung']);
    billing.parties.saveParty({
      ...billing.parties.party(clientId),
      buyerReference: '',
      country: '',
      email: '',
    });
    expect(billing.invoice(invoiceId).problems).toEqual([
      'clientCountry',
      'clientReference',
      'clientEndpoint',
    ]);
    await expect(billing.issue(invoiceId)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { fields: { clientReference: 'invoice.problem.clientReference' } },
    });
    expect(rows(invoiceId)).toEqual([]);
    expect(scene.printer.pages).toEqual([]);
    billing.einvoices.save(clientId, []);
    expect(billing.invoice(invoiceId).problems).toEqual([]);
  });

  it('makes nothing when making one fails', async () => {
    const invoiceId = draft(['ubl', 'facturx']);
    scene.printer.print = async () => new TextEncoder().encode('%PDF-no page at all');
    await expect(scene.billing.issue(invoiceId)).rejects.toThrow();
    expect(rows(invoiceId)).toEqual([]);
    expect(scene.billing.invoice(invoiceId).state).toBe('draft');
  });

  it('follows a choice that changes while the page is printed', async () => {
    const invoiceId = draft(['ubl']);
    let first = true;
    scene.printer.beforePrint = () => {
      if (first) scene.billing.einvoices.save(clientId, ['cii']);
      first = false;
    };
    await scene.billing.issue(invoiceId);
    expect(
      rows(invoiceId)
        .map(({ format }) => format)
        .sort(),
    ).toEqual(['cii', 'pdf']);
  });
});

describe('words for why no tax is charged', () => {
  it('are offered by country and language, and give way to one’s own', () => {
    const { taxWords } = scene.billing;
    const reverse = (language: string) => taxWords.reasons(['reverse_charge', 'standard'], language);
    expect(reverse('de')).toEqual([
      { category: 'reverse_charge', text: 'Steuerschuldnerschaft des Leistungsempfängers' },
    ]);
    taxWords.save('de', { reverse_charge: ' Steuerschuldner ist der Empfänger (§ 13b UStG) ' });
    expect(reverse('de')).toEqual([
      { category: 'reverse_charge', text: 'Steuerschuldner ist der Empfänger (§ 13b UStG)' },
    ]);
    expect(reverse('en')).toEqual([{ category: 'reverse_charge', text: 'Reverse charge' }]);
    taxWords.save('de', { reverse_charge: '' });
    expect(taxWords.list('de').find(({ category }) => category === 'reverse_charge')).toEqual({
      category: 'reverse_charge',
      text: '',
      offered: 'Steuerschuldnerschaft des Leistungsempfängers',
    });
  });
});

describe('what is proposed', () => {
  it('follows the countries and numbers of both', () => {
    const { billing } = scene;
    expect(billing.einvoices.proposal(clientId)).toEqual({
      tax: { category: 'standard', rate: 19000 },
      reason: 'sameCountry',
    });
    billing.parties.saveParty({ ...billing.parties.party(clientId), country: 'EE', vatId: 'EE100931558' });
    expect(billing.einvoices.proposal(clientId)?.tax.category).toBe('reverse_charge');
    billing.parties.saveParty({ ...billing.parties.party(clientId), country: '' });
    expect(billing.einvoices.proposal(clientId)).toBeNull();
  });
});
