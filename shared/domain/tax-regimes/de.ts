import { outsideUnion, type TaxRegime } from './regime.ts';

export const germany: TaxRegime = {
  country: 'DE',
  language: 'de',
  name: 'USt',
  rates: [
    { rate: 19000, kind: 'standard', since: '2007-01-01', source: '§ 12 Abs. 1 UStG' },
    { rate: 7000, kind: 'reduced', since: '1983-07-01', source: '§ 12 Abs. 2 UStG' },
  ],
  smallBusiness: {
    own: 'Steuerfrei nach § 19 UStG (Kleinunternehmer)',
    translations: { en: 'Exempt from VAT under § 19 UStG (German scheme for small businesses)' },
    source: '§ 34a Satz 1 Nr. 5 UStDV, Abschn. 14.7a UStAE (from 1 January 2025)',
    required: true,
    code: null,
  },
  abroad: outsideUnion('§ 3a Abs. 2 UStG', 'Nicht im Inland steuerbare Leistung', {
    en: 'Not taxable in Germany (place of supply is abroad)',
  }),
};
