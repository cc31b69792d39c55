import { outsideUnion, type TaxRegime } from './regime.ts';

export const france: TaxRegime = {
  country: 'FR',
  language: 'fr',
  name: 'TVA',
  rates: [
    { rate: 20000, kind: 'standard', since: '2014-01-01', source: 'art. 278 du CGI' },
    { rate: 10000, kind: 'reduced', since: '2014-01-01', source: 'art. 279 du CGI' },
    { rate: 5500, kind: 'reduced', since: '1982-07-01', source: 'art. 278-0 bis du CGI' },
    { rate: 2100, kind: 'reduced', since: '1989-09-08', source: 'art. 281 quater et suivants du CGI' },
  ],
  smallBusiness: {
    own: 'TVA non applicable, art. 293 B du CGI',
    translations: {
      en: 'VAT not applicable, article 293 B of the French tax code (CGI)',
      de: 'Keine Umsatzsteuer, Art. 293 B des französischen Steuergesetzbuchs (CGI)',
    },
    source: 'art. 293 E du CGI',
    required: true,
    code: 'VATEX-FR-FRANCHISE',
  },
  abroad: outsideUnion('art. 259, 1° du CGI', 'TVA non applicable, art. 259-1 du CGI', {
    en: 'Not subject to French VAT, article 259-1 of the CGI',
  }),
};
