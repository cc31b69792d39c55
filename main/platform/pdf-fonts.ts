import cyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?asset';
import cyrillic500 from '@fontsource/inter/files/inter-cyrillic-500-normal.woff2?asset';
import cyrillic600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?asset';
import greek400 from '@fontsource/inter/files/inter-greek-400-normal.woff2?asset';
import greek500 from '@fontsource/inter/files/inter-greek-500-normal.woff2?asset';
import greek600 from '@fontsource/inter/files/inter-greek-600-normal.woff2?asset';
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?asset';
import latin500 from '@fontsource/inter/files/inter-latin-500-normal.woff2?asset';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?asset';
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?asset';
import latinExt500 from '@fontsource/inter/files/inter-latin-ext-500-normal.woff2?asset';
import latinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?asset';

/** Weights that invoices use. */
export const fontWeights = ['400', '500', '600'] as const;

/**
 * Where the font files for printing lie, by part of the alphabet and weight. One file for each weight: a variable
 * font would reach the PDF as drawings of letters, larger and without hints.
 */
export const fontFiles: Readonly<Record<string, string>> = {
  'cyrillic-400': cyrillic400,
  'cyrillic-500': cyrillic500,
  'cyrillic-600': cyrillic600,
  'greek-400': greek400,
  'greek-500': greek500,
  'greek-600': greek600,
  'latin-ext-400': latinExt400,
  'latin-ext-500': latinExt500,
  'latin-ext-600': latinExt600,
  'latin-400': latin400,
  'latin-500': latin500,
  'latin-600': latin600,
};
