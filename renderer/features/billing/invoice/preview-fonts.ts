import devanagari400 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2?url';
import devanagari500 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-500-normal.woff2?url';
import devanagari600 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-600-normal.woff2?url';
import cyrillicExt from '@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url';
import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url';
import greekExt from '@fontsource-variable/inter/files/inter-greek-ext-wght-normal.woff2?url';
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?url';
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?url';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import vietnamese from '@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2?url';
import { invoiceFontCss } from '#shared/domain/invoice-fonts.ts';

const files: Readonly<Record<string, string>> = {
  'cyrillic-ext-100 900': cyrillicExt,
  'cyrillic-100 900': cyrillic,
  'greek-ext-100 900': greekExt,
  'greek-100 900': greek,
  'vietnamese-100 900': vietnamese,
  'latin-ext-100 900': latinExt,
  'latin-100 900': latin,
  'devanagari-400': devanagari400,
  'devanagari-500': devanagari500,
  'devanagari-600': devanagari600,
};

/** Rules for the fonts of a document as this window serves them; none is fetched before a text needs it. */
export function previewFonts(): string {
  return invoiceFontCss(
    (subset) => (subset === 'devanagari' ? ['400', '500', '600'] : ['100 900']),
    (subset, weight) => new URL(files[`${subset}-${weight}`] ?? '', document.baseURI).href,
  );
}
