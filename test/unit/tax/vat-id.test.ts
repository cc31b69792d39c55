import { describe, expect, it } from 'vitest';
import { inUnion } from '#shared/domain/eu-countries.ts';
import { vatIdForm } from '#shared/domain/vat-id.ts';
import { plainVatId, prefixedVatId, vatPrefix } from '#shared/domain/vat-prefix.ts';

// Published examples: those of the countries' own descriptions as the documentation of python-stdnum lists them.
const good: readonly [country: string, id: string][] = [
  ['DE', 'DE 136 695 976'],
  ['FR', 'FR40303265045'],
  ['FR', 'FR 23 334175221'],
  ['ES', 'ES54362315K'],
  ['ES', 'ESB58378431'],
  ['EE', 'EE100931558'],
  ['NO', 'NO 995 525 828 MVA'],
  ['GB', 'GB 980 7806 84'],
  ['IN', '27AAPFU0939F1ZV'],
  ['AT', 'ATU13585627'],
  ['CH', 'CHE-107.787.577 IVA'],
  ['NL', 'NL004495445B01'],
  ['GR', 'EL094259216'],
  ['PL', 'PL8567346215'],
];

describe('the form of VAT identifiers', () => {
  it.each(good)('takes one of %s: %s', (country, id) => {
    expect(vatIdForm(id, country)).toBe('ok');
  });

  it.each([
    ['DE', 'DE136695977'],
    ['FR', 'FR84323140391'],
    ['ES', 'ES54362315Z'],
    ['EE', 'EE100594103'],
    ['NO', 'NO995525829MVA'],
    ['GB', 'GB802311781'],
    ['IN', '27AAPFU0939F1ZO'],
  ])('finds a mistyped one of %s: %s', (country, id) => {
    expect(vatIdForm(id, country)).toBe('checkDigit');
  });

  it.each([
    ['DE', 'DE12345678'],
    ['EE', 'EE10093155'],
    ['NO', 'NO995525828'],
    ['GB', 'GBXYZ'],
  ])('finds one of %s that is too short or of other letters: %s', (country, id) => {
    expect(vatIdForm(id, country)).toBe('form');
  });

  it('wants the letters of the country in front, and knows Greece by EL', () => {
    expect(vatIdForm('136695976', 'DE')).toBe('prefix');
    expect(vatIdForm('GR094259216', 'GR')).toBe('prefix');
    expect(vatPrefix('GR')).toBe('EL');
  });

  it('says nothing of a country without such numbers, and of an empty field', () => {
    expect(vatIdForm('12-3456789', 'US')).toBe('unchecked');
    expect(vatIdForm('  ', 'DE')).toBe('empty');
  });

  it('checks every member state', () => {
    const states = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(
      ' ',
    );
    expect(states).toHaveLength(27);
    for (const state of states) {
      expect(inUnion(state)).toBe(true);
      expect(vatIdForm(`${vatPrefix(state)}1`, state)).not.toBe('unchecked');
    }
  });

  it('writes them without what people put between the letters', () => {
    expect(plainVatId(' de 136.695-976 ')).toBe('DE136695976');
  });

  it('takes for e-invoices only those with a country in front', () => {
    expect(prefixedVatId('el 094259216')).toBe('EL094259216');
    expect(prefixedVatId('27AAPFU0939F1ZV')).toBe('');
    expect(prefixedVatId('')).toBe('');
  });
});
