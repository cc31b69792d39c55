import type { TaxRegime } from './regime.ts';

// One rate stands for IGST, or for CGST and SGST together; an invoice within a state has to split it in halves,
// which this app does not do.
export const india: TaxRegime = {
  country: 'IN',
  language: 'en',
  name: 'GST',
  rates: [
    { rate: 18000, kind: 'standard', since: '2017-07-01', source: 'Notification 11/2017-Central Tax (Rate)' },
    { rate: 5000, kind: 'reduced', since: '2017-07-01', source: 'Notification 11/2017-Central Tax (Rate)' },
  ],
  smallBusiness: {
    own: 'The supplier is not registered under GST',
    translations: { hi: 'आपूर्तिकर्ता जीएसटी के अंतर्गत पंजीकृत नहीं है' },
    source: 'Section 22 CGST Act 2017 (threshold of 20 lakh rupees for services)',
    required: false,
    code: null,
  },
  abroad: {
    category: 'export',
    text: {
      own: 'SUPPLY MEANT FOR EXPORT UNDER BOND OR LETTER OF UNDERTAKING WITHOUT PAYMENT OF INTEGRATED TAX',
      translations: {},
      source: 'Rule 46 CGST Rules 2017, proviso on exports; section 16 IGST Act 2017',
      required: true,
      code: null,
    },
  },
};
