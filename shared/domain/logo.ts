import { isJpeg, readJpeg } from './picture/jpeg.ts';
import type { Picture } from './picture/picture.ts';
import { isPng, readPng } from './picture/png.ts';

/** The largest logo that is taken, in bytes. */
export const largestLogo = 1024 * 1024;
/** Pixels of a side: less cannot be made out on paper, more is never seen there. */
export const logoSides = { least: 16, most: 3000 } as const;
/** What logos may be, by the endings that people see. */
export const logoExtensions = ['png', 'jpg', 'jpeg'] as const;
/** The room on the page, mm. */
const room = { width: 60, height: 16 };

/** A logo as an invoice names it: the stored file, what it was then, and its size in pixels. */
export interface DocumentLogo {
  readonly id: string;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
}

/** Why a file cannot be the logo; keys of `errors:logo`. */
export type LogoProblem = 'type' | 'svg' | 'damaged' | 'turned' | 'small' | 'large';

export type ReadLogo =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly problem: LogoProblem };

/** What a file is by what is in it, whatever its name says. */
export function readLogo(bytes: Uint8Array): ReadLogo {
  if (!isPng(bytes) && !isJpeg(bytes)) return { ok: false, problem: isSvg(bytes) ? 'svg' : 'type' };
  const read = isPng(bytes) ? readPng(bytes) : readJpeg(bytes);
  if (!read.ok) return read;
  const sides = [read.picture.width, read.picture.height];
  if (Math.min(...sides) < logoSides.least) return { ok: false, problem: 'small' };
  if (Math.max(...sides) > logoSides.most) return { ok: false, problem: 'large' };
  return read;
}

/** As large as fits into its room on the page, in hundredths of a millimetre, sides in proportion. */
export function logoSize({ width, height }: Pick<DocumentLogo, 'width' | 'height'>): {
  readonly width: number;
  readonly height: number;
} {
  const scale = Math.min(room.width / width, room.height / height);
  const side = (pixels: number) => Math.round(pixels * scale * 100) / 100;
  return { width: side(width), height: side(height) };
}

/** A drawing can hold scripts and call for other files, so that it is told apart to say why it is not taken. */
function isSvg(bytes: Uint8Array): boolean {
  return /<svg[\s/>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)));
}
