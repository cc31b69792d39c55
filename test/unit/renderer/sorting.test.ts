import { describe, expect, it } from 'vitest';
import { byAmount, nextSorting, sorted } from '#renderer/features/billing/overview/list/sorting.ts';

const rows = [
  { name: 'b', amount: 5 },
  { name: 'Ä', amount: 12 },
  { name: 'a', amount: 5 },
];

describe('the order of a list', () => {
  it('is by numbers or by words, and keeps what is alike as it came', () => {
    const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join('');
    expect(names(sorted(rows, ({ amount }) => amount, true, 'de'))).toBe('Äba');
    expect(names(sorted(rows, ({ amount }) => amount, false, 'de'))).toBe('baÄ');
    expect(names(sorted(rows, ({ name }) => name, false, 'sv'))).toBe('abÄ');
    expect(sorted(rows, undefined, false, 'de')).toBe(rows);
  });

  it('goes to the other way, and back to how the rows came', () => {
    const first = nextSorting(null, 'amount', true);
    const second = nextSorting(first, 'amount', true);
    expect([first, second, nextSorting(second, 'amount', true)]).toEqual([
      { by: 'amount', down: true },
      { by: 'amount', down: false },
      null,
    ]);
    expect(nextSorting(first, 'name', false)).toEqual({ by: 'name', down: false });
  });

  it('compares amounts as they are read', () => {
    expect(byAmount({ amount: 500, currency: 'JPY' })).toBe(500);
    expect(byAmount({ amount: 500, currency: 'EUR' })).toBe(5);
  });
});
