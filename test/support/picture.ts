import { deflateSync } from 'node:zlib';
import { crc32 } from '#shared/domain/picture/crc32.ts';

/** One chunk of a PNG, with its length and check sum. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The header of a PNG of 8 bits for each of red, green and blue. */
export function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = 2;
  return pngChunk('IHDR', head);
}

/** A sound PNG: a ring in a colour on white. `more` stands between its header and its pixels. */
export function samplePng(width: number, height: number, more: readonly Buffer[] = []): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3, 0xff);
    row[0] = 0;
    for (let x = 0; x < width; x++) {
      const distance = Math.hypot(x - height / 2, y - height / 2) / height;
      const bar = x > height * 1.25 && Math.abs(y - height / 2) < height / 8;
      if ((distance > 0.25 && distance < 0.45) || bar) row.set([0x0f, 0x63, 0x79], 1 + x * 3);
    }
    return row;
  });
  const pixels = pngChunk('IDAT', deflateSync(Buffer.concat(rows)));
  const end = pngChunk('IEND', Buffer.alloc(0));
  return Buffer.concat([pngSignature, pngHead(width, height), ...more, pixels, end]);
}

/** A segment of a JPEG with its mark and length. */
export function jpegSegment(mark: number, data: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
}

/** Exif that says which way a picture lies: 1 is upright. */
export function exif(orientation: number, little = true): Buffer {
  const tiff = Buffer.alloc(26);
  const put16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const put32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  put16(42, 2);
  put32(8, 4);
  put16(1, 8);
  put16(274, 10);
  put16(3, 12);
  put32(1, 14);
  put16(orientation, 18);
  return jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

/** The frame of a JPEG: its size, of so many bits and colours. */
export function jpegFrame(width: number, height: number, mark = 0xc0, bits = 8): Buffer {
  const [high, wide] = [height, width].map((side) => [side >> 8, side & 0xff]);
  return jpegSegment(mark, Buffer.from([bits, ...(high ?? []), ...(wide ?? []), 1, 1, 0x11, 0]));
}

/** Parts between the start and the end mark, with a scan whose data holds what looks like marks. */
export function jpegOf(...parts: readonly Buffer[]): Buffer {
  const scan = Buffer.concat([
    jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56]),
  ]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts, scan, Buffer.from([0xff, 0xd9])]);
}
