import { describe, expect, it } from 'vitest';
import { matchesFilter, reviewStanding, shortAddress } from '#shared/domain/vault.ts';

describe('reviewStanding', () => {
  it.each([
    [null, 'none', 0],
    ['2026-11-15', 'due', -10],
    ['2026-11-25', 'due', 0],
    ['2026-11-26', 'soon', 1],
    ['2026-12-02', 'soon', 7],
    ['2026-12-03', 'later', 8],
  ] as const)('%s is %s', (reviewOn, state, days) => {
    expect(reviewStanding(reviewOn, '2026-11-25')).toEqual({ state, days });
  });
});

describe('matchesFilter', () => {
  const entry = {
    label: 'Online shop',
    userName: 'orders@northwind.example',
    address: 'https://shop.example',
    grantedBy: 'Zoë Ångström',
    notes: '',
  };
  it.each([
    ['', true],
    ['  ', true],
    ['SHOP', true],
    ['angstrom shop', true],
    ['shop mail', false],
  ])('%j', (typed, expected) => {
    expect(matchesFilter(entry, typed)).toBe(expected);
  });
});

it('shortAddress leaves out what nobody says', () => {
  expect(shortAddress('https://www.shop.example/')).toBe('shop.example');
  expect(shortAddress('http://shop.example/admin')).toBe('shop.example/admin');
  expect(shortAddress('mailto:a@b.example')).toBe('a@b.example');
});
