import { expect, it } from 'vitest';
import { allTaxCategories, needsReason, taxCodes } from '#shared/domain/tax-category.ts';

// UNCL 5305 as EN 16931-1 restricts it for BT-118 and BT-151; L and M are the Canaries, Ceuta and Melilla.
it('gives every category its code in EN 16931', () => {
  expect(Object.values(taxCodes).sort()).toEqual(['AE', 'E', 'E', 'G', 'K', 'O', 'S', 'Z']);
  expect(Object.keys(taxCodes).sort()).toEqual([...allTaxCategories].sort());
});

it('asks for a reason wherever no tax is charged for one', () => {
  const silent = allTaxCategories.filter((category) => !needsReason(category));
  expect(silent.map((category) => taxCodes[category])).toEqual(['S', 'Z']);
});
