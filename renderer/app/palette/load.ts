/** Fetches the palette's code; the frame does so once the first view stands. */
export const loadPalette = () => import('./Palette.tsx');
