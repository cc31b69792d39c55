import cyrillic400 from '@fontsource/inter/files/inter-cyrillic-400-normal.woff2?asset';
import cyrillic500 from '@fontsource/inter/files/inter-cyrillic-500-normal.woff2?asset';
import cyrillic600 from '@fontsource/inter/files/inter-cyrillic-600-normal.woff2?asset';
import cyrillicExt400 from '@fontsource/inter/files/inter-cyrillic-ext-400-normal.woff2?asset';
import cyrillicExt500 from '@fontsource/inter/files/inter-cyrillic-ext-500-normal.woff2?asset';
import cyrillicExt600 from '@fontsource/inter/files/inter-cyrillic-ext-600-normal.woff2?asset';
import greek400 from '@fontsource/inter/files/inter-greek-400-normal.woff2?asset';
import greek500 from '@fontsource/inter/files/inter-greek-500-normal.woff2?asset';
import greek600 from '@fontsource/inter/files/inter-greek-600-normal.woff2?asset';
import greekExt400 from '@fontsource/inter/files/inter-greek-ext-400-normal.woff2?asset';
import greekExt500 from '@fontsource/inter/files/inter-greek-ext-500-normal.woff2?asset';
import greekExt600 from '@fontsource/inter/files/inter-greek-ext-600-normal.woff2?asset';
import latin400 from '@fontsource/inter/files/inter-latin-400-normal.woff2?asset';
import latin500 from '@fontsource/inter/files/inter-latin-500-normal.woff2?asset';
import latin600 from '@fontsource/inter/files/inter-latin-600-normal.woff2?asset';
import latinExt400 from '@fontsource/inter/files/inter-latin-ext-400-normal.woff2?asset';
import latinExt500 from '@fontsource/inter/files/inter-latin-ext-500-normal.woff2?asset';
import latinExt600 from '@fontsource/inter/files/inter-latin-ext-600-normal.woff2?asset';
import vietnamese400 from '@fontsource/inter/files/inter-vietnamese-400-normal.woff2?asset';
import vietnamese500 from '@fontsource/inter/files/inter-vietnamese-500-normal.woff2?asset';
import vietnamese600 from '@fontsource/inter/files/inter-vietnamese-600-normal.woff2?asset';
import devanagari400 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2?asset';
import devanagari500 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-500-normal.woff2?asset';
import devanagari600 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-600-normal.woff2?asset';

/** Weights that invoices use. */
export const fontWeights = ['400', '500', '600'] as const;

/**
 * Where the font files for printing lie, by part of the alphabet and weight. One file for each weight: a variable
 * font would reach the PDF as drawings of letters, larger and without hints. Only those that a text needs are read.
 */
export const fontFiles: Readonly<Record<string, string>> = {
  'cyrillic-ext-400': cyrillicExt400,
  'cyrillic-ext-500': cyrillicExt500,
  'cyrillic-ext-600': cyrillicExt600,
  'cyrillic-400': cyrillic400,
  'cyrillic-500': cyrillic500,
  'cyrillic-600': cyrillic600,
  'greek-ext-400': greekExt400,
  'greek-ext-500': greekExt500,
  'greek-ext-600': greekExt600,
  'greek-400': greek400,
  'greek-500': greek500,
  'greek-600': greek600,
  'vietnamese-400': vietnamese400,
  'vietnamese-500': vietnamese500,
  'vietnamese-600': vietnamese600,
  'latin-ext-400': latinExt400,
  'latin-ext-500': latinExt500,
  'latin-ext-600': latinExt600,
  'latin-400': latin400,
  'latin-500': latin500,
  'latin-600': latin600,
  'devanagari-400': devanagari400,
  'devanagari-500': devanagari500,
  'devanagari-600': devanagari600,
};
