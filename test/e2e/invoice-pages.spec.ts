import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { type BillingScene, openBillingScene, ownProfile } from '../support/billing-scene.ts';
import { pdfFacts, pdfFonts, pdfPictures, pdfText } from '../support/pdf-text.ts';
import { samplePng } from '../support/picture.ts';
import { steadyBytes } from '../support/steady-pdf.ts';
import { expect, launch, test } from './support/app.ts';

/** Names that need each part of the fonts. */
const names = 'Żółć Õunapuu Ångström Nguyễn Ελένη Њежић Қазақ';

const pages = [
  { language: 'en', currency: 'EUR', words: ['Invoice', 'Billed to', '€9,450.00', '1 of 1', '25 Nov 2026'] },
  { language: 'de', currency: 'EUR', words: ['Rechnung', '9.450,00 €', '210 h', '1 von 1', '25. Nov. 2026'] },
  { language: 'et', currency: 'EUR', words: ['Arve', 'Maksetähtaeg', '9450,00 €', '1/1', '25. nov 2026'] },
  { language: 'no', currency: 'NOK', words: ['Faktura', 'Forfall', '9 450,00', '210 t', '1 av 1'] },
  { language: 'hi', currency: 'INR', words: ['₹9,450.00', '1/1', 'नव'] },
  {
    language: 'es-MX',
    currency: 'MXN',
    words: ['Factura', 'Vencimiento', '9450,00 MXN', '1 de 1', '25 nov 2026'],
  },
];

async function seed(profile: string) {
  const picture = join(profile, 'logo.png');
  await writeFile(picture, samplePng(360, 120));
  const scene = openBillingScene(join(profile, 'clientele.db'));
  scene.picker.will(picture);
  const logoId = (await scene.billing.logos.choose())?.id ?? null;
  scene.billing.parties.saveProfile({ ...ownProfile, name: names, logoId });
  const drafts = pages.map(({ language, currency }) => draftOf(scene, language, currency, 1));
  const long = draftOf(scene, 'en', 'EUR', 900);
  scene.store.close();
  return { drafts, long };
}

/** 210 hours on so many lines. */
function draftOf(scene: BillingScene, language: string, currency: string, lines: number): string {
  const clientId = scene.client({ name: `${names} (${language})`, language, currency });
  for (let line = 0; line < lines; line++) {
    const taskId = scene.task(clientId, `अनुसूची, Schedule ${line}`.slice(language === 'hi' ? 0 : 9));
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: (210 * 3600) / lines, taskId });
  }
  return scene.draft(clientId);
}

async function printed(electron: ElectronApplication, page: Page, invoiceId: string, file: string) {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.evaluate(async (id) => {
    const changed = await window.api.call('billing.changeDraft', { invoiceId: id, issueDate: '2026-11-25' });
    const saved = await window.api.call('billing.savePdf', { invoiceId: id });
    if (!changed.ok || !saved.ok) throw new Error(JSON.stringify([changed, saved]));
  }, invoiceId);
  return file;
}

test('documents print in six languages with their own fonts, tagged, and the same each time', async ({
  profile,
}) => {
  test.setTimeout(180_000);
  const { drafts, long } = await seed(profile);
  const { page, electron, close } = await launch({ profile });
  for (const [index, { language, words }] of pages.entries()) {
    const file = await printed(electron, page, drafts[index] ?? '', join(profile, `${language}.pdf`));
    const text = await pdfText(file);
    for (const word of [...words, ...names.split(' ')])
      expect(text.replace(/[\u00a0\u202f]/g, ' '), language).toContain(word);
    expect(await pdfFacts(file)).toMatchObject({ Tagged: 'yes', Pages: '1' });
    // The logo is a picture with a text for those who cannot see it.
    expect(await pdfPictures(file)).toEqual({ pictures: ['360x120'], named: 1 });
    const fonts = await pdfFonts(file);
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
    expect(fonts.map(({ type }) => type)).not.toContain('Type 3');
    expect(fonts.some(({ name }) => name.includes('Devanagari'))).toBe(language === 'hi');
  }

  const twice = [join(profile, 'once.pdf'), join(profile, 'again.pdf')];
  for (const file of twice) await printed(electron, page, long, file);
  const [once, again] = await Promise.all(twice.map(async (file) => steadyBytes(await readFile(file))));
  expect(once?.equals(again ?? Buffer.alloc(0))).toBe(true);

  const facts = await pdfFacts(twice[0] ?? '');
  const sheets = (await pdfText(twice[0] ?? '')).split('\f').filter((sheet) => sheet.trim() !== '');
  expect(sheets).toHaveLength(Number(facts.Pages));
  expect(sheets.length).toBeGreaterThan(30);
  for (const [index, sheet] of sheets.entries()) {
    expect(sheet).toContain(`${index + 1} of ${sheets.length}`);
    expect(sheet).toMatch(/Quantity\s+Rate\s+Amount/);
  }
  // The total never stands on a page without a line.
  expect(sheets.at(-1)).toMatch(/Schedule[\s\S]*Total/);
  await close();
});
