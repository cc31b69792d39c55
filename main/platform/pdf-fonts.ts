import cyrillic from '@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?asset';
import greek from '@fontsource-variable/inter/files/inter-greek-wght-normal.woff2?asset';
import latinExt from '@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2?asset';
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?asset';

/** Where the font files for printing lie, by their part of the alphabet. */
export const fontFiles: Readonly<Record<string, string>> = { cyrillic, greek, 'latin-ext': latinExt, latin };
