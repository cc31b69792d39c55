import type { TaxRegime } from './regime.ts';

// There is no federal tax of this kind. Some states tax some services; whoever must collect that puts it on as
// a rate of their own.
export const unitedStates: TaxRegime = {
  country: 'US',
  language: 'en',
  name: 'Sales tax',
  rates: [],
  smallBusiness: null,
  abroad: {
    category: 'none',
    text: {
      own: 'No sales tax is charged',
      translations: {},
      source: 'No federal value added tax; state law decides on sales tax',
      required: false,
      code: null,
    },
  },
};
