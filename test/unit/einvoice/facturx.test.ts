import { PDFDocument } from '@cantoo/pdf-lib';
import { XmlDocument } from 'libxml2-wasm';
import { expect, it } from 'vitest';
import { makeDocuments } from '#main/features/billing/einvoice/make.ts';
import { ciiSchemaErrors } from '#test/support/einvoice/cii-schema.ts';
import { pdfInside } from '#test/support/einvoice/pdf-inside.ts';
import { invoiceOver } from '#test/support/einvoice/snapshots.ts';

const now = Date.UTC(2026, 10, 25, 12);
const snapshot = invoiceOver([
  { kind: 'free', text: 'Größe', quantity: 1000, unit: 10000, tax: { category: 'standard', rate: 19000 } },
]);

async function page(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle('Rechnung für Ana Pérez');
  document.addPage().drawText('page');
  return document.save();
}

it('puts the XML into the page, byte for byte, as another program finds it', async () => {
  const made = await makeDocuments(snapshot, ['cii', 'facturx'], await page(), now);
  const cii = made.find(({ format }) => format === 'cii')?.bytes ?? new Uint8Array();
  const inside = await pdfInside(made.find(({ format }) => format === 'facturx')?.bytes ?? new Uint8Array());
  expect(inside.complaints).toBe('');
  expect(inside.pages).toBe(1);
  expect(inside.title).toBe('Rechnung für Ana Pérez');
  expect(inside.files.map(({ name }) => name)).toEqual(['factur-x.xml']);
  expect(Buffer.from(inside.files[0]?.bytes ?? []).equals(Buffer.from(cii))).toBe(true);
  expect(ciiSchemaErrors(Buffer.from(cii).toString('utf8'))).toEqual([]);
});

it('declares it in metadata that is well-formed UTF-8, and claims no PDF/A', async () => {
  const named = { ...snapshot, texts: { ...snapshot.texts, invoice: 'Rechnung für Ana Pérez & Söhne' } };
  const [made] = await makeDocuments(named, ['facturx'], await page(), now);
  const { metadata } = await pdfInside(made?.bytes ?? new Uint8Array());
  const document = XmlDocument.fromString(metadata);
  const namespaces = {
    fx: 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#',
    dc: 'http://purl.org/dc/elements/1.1/',
    rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  };
  const value = (path: string) => document.get(path, namespaces)?.content;
  expect(value('//fx:ConformanceLevel')).toBe('EN 16931');
  expect(value('//fx:DocumentFileName')).toBe('factur-x.xml');
  expect(value('//fx:DocumentType')).toBe('INVOICE');
  expect(value('//fx:Version')).toBe('1.0');
  expect(value('//dc:title//rdf:li')).toBe('Rechnung für Ana Pérez & Söhne 2026-001');
  expect(metadata).not.toContain('pdfaid');
  document.dispose();
});

it('relates the file to the document, so that readers need not search', async () => {
  const [made] = await makeDocuments(snapshot, ['facturx'], await page(), now);
  const raw = Buffer.from(made?.bytes ?? []).toString('latin1');
  expect(raw).toMatch(/\/AF \[ ?\d+ 0 R ?\]|\/AF \d+ 0 R/);
  expect(raw).toContain('/AFRelationship /Alternative');
  expect(raw).toContain('/Subtype /text#2Fxml');
});
