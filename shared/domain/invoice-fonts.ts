const inter = 'Inter';
const devanagari = 'Noto Sans Devanagari';

/** The parts of the fonts that documents use, and the characters each is for (as their publisher divides them). */
const invoiceFonts: readonly { readonly family: string; readonly subset: string; readonly range: string }[] =
  [
    {
      family: devanagari,
      subset: 'devanagari',
      range: 'U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20A8,U+20F0,U+25CC,U+A830-A839,U+A8E0-A8FF,U+11B00-11B09',
    },
    {
      family: inter,
      subset: 'cyrillic-ext',
      range: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
    },
    { family: inter, subset: 'cyrillic', range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
    { family: inter, subset: 'greek-ext', range: 'U+1F00-1FFF' },
    {
      family: inter,
      subset: 'greek',
      range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
    },
    {
      family: inter,
      subset: 'vietnamese',
      range:
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    },
    {
      family: inter,
      subset: 'latin-ext',
      range:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
    {
      family: inter,
      subset: 'latin',
      range:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ];

/**
 * `@font-face` rules for documents; `urlOf` tells where a part is served, and is read only when a text needs it.
 * `weightsOf` gives single weights for static files, or one range such as `100 900` for a variable file.
 */
export function invoiceFontCss(
  weightsOf: (subset: string) => readonly string[],
  urlOf: (subset: string, weight: string) => string,
): string {
  return invoiceFonts
    .flatMap(({ family, subset, range }) =>
      weightsOf(subset).map(
        (weight) =>
          `@font-face{font-family:'${family}';font-weight:${weight};src:url("${urlOf(subset, weight)}") format("woff2");unicode-range:${range}}`,
      ),
    )
    .join('');
}
