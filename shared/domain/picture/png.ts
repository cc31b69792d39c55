import { crc32 } from './crc32.ts';
import { damaged, joined, type Picture, type PictureResult, startsWith } from './picture.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What draws the picture and says how its colours are meant (PNG, third edition, 11). */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'sBIT',
  'pHYs',
]);
/** Values of a pixel, and bits that one may have, by colour type (11.2.1). */
const colours: Readonly<Record<number, { readonly values: number; readonly depths: readonly number[] }>> = {
  0: { values: 1, depths: [1, 2, 4, 8, 16] },
  2: { values: 3, depths: [8, 16] },
  3: { values: 1, depths: [1, 2, 4, 8] },
  4: { values: 2, depths: [8, 16] },
  6: { values: 4, depths: [8, 16] },
};
/** First column and row of each pass of Adam7, and the steps (8.2). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export interface PngPicture extends Picture {
  /** The compressed pixels, and how many bytes they are when they are not. */
  readonly data: Uint8Array;
  readonly dataSize: number;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** With its length, type and check sum. */
  readonly whole: Uint8Array;
}

export function isPng(bytes: Uint8Array): boolean {
  return startsWith(bytes, signature);
}

/** Looks into a PNG: every chunk's check sum, the header, and the order of what must be there. */
export function readPng(bytes: Uint8Array): PictureResult<PngPicture> {
  const chunks = isPng(bytes) ? chunksOf(bytes) : null;
  const [head] = chunks ?? [];
  if (!chunks || head?.type !== 'IHDR' || head.data.length !== 13) return damaged;
  const view = new DataView(head.data.buffer, head.data.byteOffset, 13);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [depth, colour, compression, filter, interlace] = [8, 9, 10, 11, 12].map((at) => view.getUint8(at));
  const shape = colours[colour ?? -1];
  const known =
    shape?.depths.includes(depth ?? 0) && compression === 0 && filter === 0 && (interlace ?? 2) < 2;
  const pixels = chunks.filter(({ type }) => type === 'IDAT');
  if (!known || !shape || width === 0 || height === 0 || pixels.length === 0) return damaged;
  if (colour === 3 && !chunks.some(({ type }) => type === 'PLTE')) return damaged;
  const used = chunks.filter(({ type }) => kept.has(type));
  return {
    ok: true,
    picture: {
      type: 'image/png',
      width,
      height,
      bytes: joined([Uint8Array.from(signature), ...used.map(({ whole }) => whole)]),
      data: joined(pixels.map(({ data }) => data)),
      dataSize: dataSize(width, height, shape.values * (depth ?? 0), interlace === 1),
    },
  };
}

/** Up to the end mark; null when a chunk is cut off, changed, or needed and unknown. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    // A capital first letter: a picture without it cannot be drawn (5.4).
    if (/^[A-Z]/.test(type) && !kept.has(type)) return null;
    chunks.push({ type, data: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}

/** Bytes of the pixels with the filter byte that leads each row. */
function dataSize(width: number, height: number, bits: number, interlaced: boolean): number {
  const size = (columns: number, rows: number) =>
    columns === 0 || rows === 0 ? 0 : rows * (1 + Math.ceil((columns * bits) / 8));
  if (!interlaced) return size(width, height);
  return passes.reduce((sum, [column, row, across, down]) => {
    const columns = Math.ceil((width - column) / across);
    return sum + size(Math.max(0, columns), Math.max(0, Math.ceil((height - row) / down)));
  }, 0);
}
