import { expect, it } from 'vitest';
import { usualPaper } from '#shared/domain/paper.ts';

it.each([
  ['US', 'letter'],
  ['CA', 'letter'],
  ['DE', 'a4'],
  ['IN', 'a4'],
  ['', 'a4'],
] as const)('somebody in %j usually prints on %s', (country, paper) => {
  expect(usualPaper(country)).toBe(paper);
});
