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
  ],
};
