import { expect, it } from 'vitest';
import { findOptions } from '#renderer/ui/fields/find-options.ts';

const found = (search: string, ...labels: string[]) =>
  findOptions(
    labels.map((label) => ({ value: label.slice(0, 3), label })),
    search,
  ).map(({ label }) => label);

it('has what begins with the typed text first, then words that do, then the rest', () => {
  expect(found('indi', 'British Indian Ocean Territory', 'Windia', 'India')).toEqual([
    'India',
    'British Indian Ocean Territory',
    'Windia',
  ]);
});

it('asks for every word that was typed, and knows accents and capitals for the same', () => {
  expect(found('sao tome', 'São Tomé und Príncipe', 'Santo Domingo')).toEqual(['São Tomé und Príncipe']);
  expect(found('nothing such', 'India')).toEqual([]);
});

it('shows everything in its order while nothing is typed', () => {
  expect(found(' ', 'B', 'A')).toEqual(['B', 'A']);
});

it('finds by other words too, and still has names first', () => {
  const zones = [
    { value: 'Europe/Berlin', label: 'Berlin (Europe)' },
    { value: 'America/New_York', label: 'New York (America)' },
  ];
  expect(findOptions(zones, 'new_york', ({ label, value }) => `${label} ${value}`)).toEqual([zones[1]]);
  expect(findOptions(zones, 'europe', ({ label, value }) => `${label} ${value}`)).toEqual([zones[0]]);
});
