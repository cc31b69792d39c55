import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientColors, letters, proposeCode, proposeColor } from '#shared/domain/clients.ts';

describe('proposeCode', () => {
  it.each([
    ['Northwind Bakery', [], 'NB'],
    ['Harbour', [], 'HA'],
    ['Fjord & Co', [], 'FC'],
    ['Northwind Bakery', ['NB'], 'NO'],
    ['Northwind Bakery', ['nb', 'NO'], 'NR'],
    ['Ägir Øst', [], 'ÄØ'],
    ['ß-Werk', [], 'ßW'],
    ['東京 出版', [], '東出'],
    ['7th Street', [], '7S'],
    ['X', [], 'X'],
    ['🌊🌊', [], ''],
    ['AA', ['AA'], 'AA'],
  ])('%s beside %j is %s', (name, taken, code) => {
    expect(proposeCode(name, taken)).toBe(code);
  });

  it('is at most two letters, and free whenever the name has a free pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ maxLength: 2 })), (name, taken) => {
        const code = proposeCode(name, taken);
        expect(letters(code).length).toBeLessThanOrEqual(2);
        if (!taken.some((other) => other.toUpperCase() === proposeCode(name)))
          expect(code).toBe(proposeCode(name));
      }),
    );
  });
});

describe('proposeColor', () => {
  it('uses every colour once before any twice', () => {
    const used: number[] = [];
    for (let index = 0; index < 16; index++) used.push(proposeColor(used));
    expect(used).toEqual([...clientColors, ...clientColors]);
  });
});
