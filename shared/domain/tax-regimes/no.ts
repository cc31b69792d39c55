import type { TaxRegime } from './regime.ts';

export const norway: TaxRegime = {
  country: 'NO',
  language: 'nb',
  name: 'MVA',
  rates: [
    {
      rate: 25000,
      kind: 'standard',
      since: '2005-01-01',
      source: 'Stortingets vedtak om merverdiavgift § 2',
    },
    { rate: 15000, kind: 'reduced', since: '2012-01-01', source: 'mval. § 5-2' },
    { rate: 12000, kind: 'reduced', since: '2018-01-01', source: 'mval. §§ 5-3 til 5-10' },
  ],
  smallBusiness: {
    own: 'Ikke registrert i Merverdiavgiftsregisteret',
    translations: { en: 'Not registered for Norwegian VAT' },
    source: 'mval. § 2-1 (threshold of 50 000 kroner)',
    required: false,
    code: null,
  },
  abroad: {
    category: 'export',
    text: {
      own: 'Fritatt for merverdiavgift, mval. § 6-22',
      translations: { en: 'Exempt from Norwegian VAT as a service used abroad, mval. § 6-22' },
      source: 'mval. § 6-22',
      required: false,
      code: null,
    },
  },
};
