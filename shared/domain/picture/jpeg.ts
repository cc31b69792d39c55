import { damaged, joined, type Picture, type PictureResult, startsWith } from './picture.ts';

const start = Uint8Array.of(0xff, 0xd8);
const endMark = 0xd9;
const scanMark = 0xda;
/** Baseline, extended and progressive with Huffman codes: what every program can draw. */
const frames = new Set([0xc0, 0xc1, 0xc2]);
/** Tables, frames and scans (ITU-T T.81, B.1.1.3); APP0 and APP14 say how colours are stored. */
const drawn = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, scanMark, 0xe0, 0xee]);
const unusable = new Set([
  0xc3, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xdc, 0xde, 0xdf,
]);

interface Segment {
  readonly mark: number;
  /** After the length. */
  readonly data: Uint8Array;
  /** With mark and length; of a scan also what it holds. */
  readonly whole: Uint8Array;
}

export function isJpeg(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xd8, 0xff]);
}

/** Looks into a JPEG: its segments up to the end mark, its frame, and which way it lies. */
export function readJpeg(bytes: Uint8Array): PictureResult<Picture> {
  const segments = isJpeg(bytes) ? segmentsOf(bytes) : null;
  const frame = segments?.find(({ mark }) => frames.has(mark))?.data;
  if (!segments || !frame || frame.length < 6 || !segments.some(({ mark }) => mark === scanMark))
    return damaged;
  const [precision = 0, high = 0, highLow = 0, wide = 0, wideLow = 0, parts = 0] = frame;
  const height = high * 256 + highLow;
  const width = wide * 256 + wideLow;
  if (precision !== 8 || width === 0 || height === 0 || ![1, 3, 4].includes(parts)) return damaged;
  if (segments.some((segment) => lies(segment))) return { ok: false, problem: 'turned' };
  const used = segments.filter((segment) => drawn.has(segment.mark) || isProfile(segment));
  const picture = joined([start, ...used.map(({ whole }) => whole), Uint8Array.of(0xff, endMark)]);
  return { ok: true, picture: { type: 'image/jpeg', width, height, bytes: picture } };
}

/** Null when it is cut off, or stored in a way that is not drawn everywhere. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const segments: Segment[] = [];
  let at = start.length;
  while (at + 2 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const mark = bytes[at + 1] ?? 0;
    if (mark === endMark) return segments;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    const after = at + 2 + length;
    if (length < 2 || after > bytes.length || unusable.has(mark) || mark < 0xc0) return null;
    const end = mark === scanMark ? endOfScan(bytes, after) : after;
    segments.push({ mark, data: bytes.subarray(at + 4, after), whole: bytes.subarray(at, end) });
    at = end;
  }
  return null;
}

/** Where the next mark stands: 0xff in the data is followed by 0, and marks of restarts belong to it. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function isProfile({ mark, data }: Segment): boolean {
  return mark === 0xe2 && textAt(data, 0, 12) === 'ICC_PROFILE\0';
}

/** Whether a camera says that the picture must be turned before it is shown (Exif 2.32, tag 274). */
function lies({ mark, data }: Segment): boolean {
  if (mark !== 0xe1 || textAt(data, 0, 6) !== 'Exif\0\0') return false;
  const tiff = new DataView(data.buffer, data.byteOffset + 6, data.length - 6);
  if (tiff.byteLength < 8) return false;
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return false;
  const count = tiff.getUint16(first, little);
  for (let entry = 0; entry < count; entry++) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.byteLength) return false;
    if (tiff.getUint16(at, little) === 274) return tiff.getUint16(at + 8, little) > 1;
  }
  return false;
}

function textAt(data: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...data.subarray(from, from + length));
}
