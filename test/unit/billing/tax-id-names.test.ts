import { expect, it } from 'vitest';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import { taxIdNames } from '#shared/domain/tax-id-names.ts';
import { sampleSnapshot } from '#test/support/snapshot.ts';

const texts = { vatId: 'VAT ID', taxNumber: 'Tax number' };

it.each([
  ['DE', texts],
  ['', texts],
  ['IN', { vatId: 'GSTIN', taxNumber: 'PAN' }],
  ['ES', { vatId: 'NIF-IVA', taxNumber: 'NIF' }],
  ['EE', { ...texts, vatId: 'KMKR' }],
])('names the tax numbers of %j', (country, names) => {
  expect(taxIdNames(country, texts)).toEqual(names);
});

it('names those of both parties on the page by where they are', () => {
  const totals = { net: 0, taxes: [], tax: 0, gross: 0 };
  const snapshot = sampleSnapshot({ lines: [], totals });
  const { seller, buyer } = snapshot;
  const page = invoiceHtml({
    ...snapshot,
    seller: { ...seller, vatId: '27AAPFU0939F1ZV', postal: { ...seller.postal, country: 'IN' } },
    buyer: { ...buyer, vatId: 'ESB12345678', postal: { ...buyer.postal, country: 'ES' } },
  });
  expect(page).toContain('GSTIN 27AAPFU0939F1ZV');
  expect(page).toContain('NIF-IVA ESB12345678');
});
