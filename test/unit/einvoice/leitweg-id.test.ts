import { expect, it } from 'vitest';
import { isLeitwegId, looksLikeLeitwegId } from '#shared/domain/leitweg-id.ts';

// Examples of the format specification and of published addresses.
it.each(['04011000-1234512345-06', '04011000-900X999-08', '992-90009-96', ' 09564000-NUE0001-49 '])(
  'takes %s',
  (text) => {
    expect(isLeitwegId(text)).toBe(true);
  },
);

it.each([
  ['no check digits', '123'],
  ['a wrong check digit', '04011000-1234512345-07'],
  ['two digits that changed places', '04011000-1234513245-06'],
  ['a state that there is not', '17011000-1234512345-06'],
  ['signs beside letters and digits', '04011000-12345_12345-06'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(isLeitwegId(text)).toBe(false);
});

it('tells what was meant as one from an order number and the words of a business', () => {
  expect(['04011000-1234512345-07', '9956400012-07'].every(looksLikeLeitwegId)).toBe(true);
  const others = ['4711', '123', '2026-11', '12-34', '4500-1234-01', 'Order 4711', 'PO-2026-12', ''];
  expect(others.filter(looksLikeLeitwegId)).toEqual([]);
});
