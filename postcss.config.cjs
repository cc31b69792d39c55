/**
 * The fonts come with the app and are there within milliseconds: waiting for them is quicker than drawing everything
 * twice, first in a font that the system has to look for.
 */
const waitForFonts = {
  postcssPlugin: 'wait-for-fonts',
  Declaration: {
    'font-display': (declaration) => {
      declaration.value = 'block';
    },
  },
};

/**
 * Lengths say `0.5rem`, not `calc(0.5rem * var(--mantine-scale))`: the scale is always 1 here, and a variable in it would
 * be looked up and the declaration read again for each element whose style is worked out.
 */
const withoutScale = {
  postcssPlugin: 'without-scale',
  OnceExit(sheet) {
    sheet.walkDecls((declaration) => {
      declaration.value = declaration.value.replaceAll(
        /calc\((-?[\d.]+rem) \* var\(--mantine-scale\)\)/g,
        '$1',
      );
    });
  },
};

module.exports = {
  plugins: [
    require('postcss-preset-mantine'),
    require('postcss-simple-vars')({
      variables: {
        'mantine-breakpoint-xs': '36em',
        'mantine-breakpoint-sm': '48em',
        'mantine-breakpoint-md': '62em',
      },
    }),
    waitForFonts,
    withoutScale,
  ],
};
