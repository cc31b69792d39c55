import { afterEach, beforeEach, expect, it } from 'vitest';
import { documentLanguages } from '#shared/domain/document-language.ts';
import { totalsOf } from '#shared/domain/invoice.ts';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import { sampleInvoice } from '#shared/domain/sample-invoice.ts';
import { allTaxCategories } from '#shared/domain/tax-category.ts';
import { type BillingScene, openBillingScene, ownProfile } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

const sampleIn = (language: (typeof documentLanguages)[number], part: object = {}) => {
  const profile = scene.billing.parties.profile();
  const { accent, paper } = profile;
  const terms = { ...profile, details: profile, look: { accent, paper, logo: null }, ...part };
  return sampleInvoice(scene.billing.sampleWords(language), terms);
};

it.each(documentLanguages)('a sample in %s says what the details say, and that it is one', (language) => {
  const { sample, buyer, texts } = scene.billing.sampleWords(language);
  const html = invoiceHtml(sampleIn(language));
  for (const word of ['Sample Assistant', `<span class="badge">${sample}</span>`, buyer, texts.billedTo])
    expect(html).toContain(word);
  // Nothing that could be taken for a real invoice: no number, no code to pay with.
  expect(html).toContain(texts.setOnIssue);
  expect(html).not.toContain('<svg');
});

it('follows what is typed: tax with its reason, days to pay, country', () => {
  for (const category of allTaxCategories) {
    const tax = { category, rate: category === 'standard' ? 7000 : 0 };
    const snapshot = sampleIn('de', { tax, taxNote: 'Our own words.', paymentDays: 30 });
    expect(snapshot.totals).toEqual(totalsOf(snapshot.lines, 'EUR'));
    const said = category === 'small_business' ? 'Our own words.' : '';
    expect(snapshot.taxNote).toBe(said);
    expect(snapshot.taxReasons.every((reason) => reason.category === category)).toBe(true);
    expect(invoiceHtml(snapshot)).toContain('25. Dez. 2026');
  }
  scene.billing.parties.saveProfile({ ...ownProfile, country: 'NO' });
  expect(sampleIn('nb').currency).toBe('NOK');
  scene.billing.parties.saveProfile({ ...ownProfile, country: 'AQ' });
  expect(sampleIn('nb').currency).toBe('EUR');
});
