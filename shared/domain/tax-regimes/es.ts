import { outsideUnion, type TaxRegime } from './regime.ts';

// Spain has no scheme that frees small businesses from charging the tax; the reason of an exemption is
// article 20 of the law, which the person names.
export const spain: TaxRegime = {
  country: 'ES',
  language: 'es',
  name: 'IVA',
  rates: [
    { rate: 21000, kind: 'standard', since: '2012-09-01', source: 'art. 90 Ley 37/1992' },
    { rate: 10000, kind: 'reduced', since: '2012-09-01', source: 'art. 91.Uno Ley 37/1992' },
    { rate: 4000, kind: 'reduced', since: '1995-01-01', source: 'art. 91.Dos Ley 37/1992' },
  ],
  smallBusiness: null,
  abroad: outsideUnion('art. 69.Uno.1.º Ley 37/1992', 'Operación no sujeta al IVA, art. 69 Ley 37/1992', {
    en: 'Not subject to Spanish VAT, article 69 of Law 37/1992',
  }),
};
