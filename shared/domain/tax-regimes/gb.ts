import type { TaxRegime } from './regime.ts';

export const unitedKingdom: TaxRegime = {
  country: 'GB',
  language: 'en',
  name: 'VAT',
  rates: [
    { rate: 20000, kind: 'standard', since: '2011-01-04', source: 'section 2(1) VAT Act 1994' },
    { rate: 5000, kind: 'reduced', since: '1997-09-01', source: 'section 29A VAT Act 1994' },
  ],
  smallBusiness: {
    own: 'The supplier is not registered for VAT',
    translations: { de: 'Der leistende Unternehmer ist nicht zur Umsatzsteuer registriert' },
    source: 'Schedule 1 VAT Act 1994 (threshold of 90,000 pounds from 1 April 2024)',
    required: false,
    code: null,
  },
  abroad: {
    category: 'none',
    text: {
      own: 'Outside the scope of UK VAT',
      translations: {},
      source: 'section 7A(2)(a) VAT Act 1994',
      required: false,
      code: null,
    },
  },
};
