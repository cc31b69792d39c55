/** The parts of Inter that documents use, and the characters each is for (as its publisher divides them). */
const invoiceFonts: readonly { readonly subset: string; readonly range: string }[] = [
  { subset: 'cyrillic', range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  {
    subset: 'greek',
    range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  },
  {
    subset: 'latin-ext',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    subset: 'latin',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
];

/**
 * `@font-face` rules for Inter; `urlOf` tells where a part of it is served. `weights` are single weights for
 * static files, or one range such as `100 900` for a variable file.
 */
export function invoiceFontCss(
  weights: readonly string[],
  urlOf: (subset: string, weight: string) => string,
): string {
  const rule = (subset: string, range: string, weight: string) =>
    `@font-face{font-family:Inter;font-weight:${weight};src:url("${urlOf(subset, weight)}") format("woff2");unicode-range:${range}}`;
  return invoiceFonts
    .flatMap(({ subset, range }) => weights.map((weight) => rule(subset, range, weight)))
    .join('');
}
