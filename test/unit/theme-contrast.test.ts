import { describe, expect, it } from 'vitest';
import { dark, light, type Palette, type TokenName } from '#renderer/app/theme/tokens.ts';

const SURFACES = ['canvas', 'rail', 'surface', 'raised', 'sunken', 'hover'] as const;
const SOFT = ['danger', 'warning', 'success'] as const;
const CLIENTS = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `client-${n}` as TokenName);

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s', (_name, palette) => {
  it.each(['text', 'text-2', 'text-3', 'accent-text', ...SOFT] as const)(
    '%s can be read on every surface',
    (ink) => {
      for (const surface of SURFACES)
        expect(ratio(palette, ink, surface), surface).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(SOFT)('%s can be read on its soft ground', (state) => {
    expect(ratio(palette, state, `${state}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it('words on the accent and on its soft ground can be read', () => {
    expect(ratio(palette, 'on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(ratio(palette, 'on-accent', 'accent-hover')).toBeGreaterThanOrEqual(4.5);
    for (const ink of ['text', 'text-2', 'accent-text'] as const)
      expect(ratio(palette, ink, 'accent-soft'), ink).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['accent', 'field-border', ...CLIENTS])('%s stands out from every surface', (mark) => {
    for (const surface of SURFACES)
      expect(ratio(palette, mark as TokenName, surface), surface).toBeGreaterThanOrEqual(3);
  });
});

/** WCAG 2.2 contrast ratio of two tokens. */
function ratio(palette: Palette, a: TokenName, b: TokenName): number {
  const [one, two] = [luminance(palette[a]), luminance(palette[b])];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
