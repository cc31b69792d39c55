import { outsideUnion, type TaxRegime } from './regime.ts';

export const estonia: TaxRegime = {
  country: 'EE',
  language: 'et',
  name: 'KM',
  rates: [
    { rate: 24000, kind: 'standard', since: '2025-07-01', source: 'KMS § 15 lg 1' },
    { rate: 13000, kind: 'reduced', since: '2025-01-01', source: 'KMS § 15 lg 2' },
    { rate: 9000, kind: 'reduced', since: '2009-01-01', source: 'KMS § 15 lg 2' },
  ],
  smallBusiness: {
    own: 'Müüja ei ole käibemaksukohustuslane',
    translations: { en: 'The seller is not registered for VAT' },
    source: 'KMS § 19 lg 1 (threshold of 40 000 euros)',
    required: false,
    code: null,
  },
  abroad: outsideUnion('KMS § 10 lg 5', 'Käibe tekkimise koht ei ole Eesti, KMS § 10', {
    en: 'The place of supply is not Estonia, KMS § 10',
  }),
};
