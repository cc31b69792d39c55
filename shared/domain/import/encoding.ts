export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** What windows-1252 has where Latin-1 has control characters (https://encoding.spec.whatwg.org/#windows-1252). */
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** How much of a file is looked at for signs of UTF-16. */
const SAMPLE = 4_096;

/**
 * The text of a file without its byte-order mark. The mark decides; without one, UTF-16 is known by its many zero
 * bytes, UTF-8 by being well formed, and everything else is read as windows-1252, which takes any byte.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return { text: fromUtf16(bytes, encoding === 'utf-16be'), encoding };
  }
  if (encoding === 'utf-8') {
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not well formed after all.
    }
  }
  return { text: fromWindows1252(bytes), encoding: 'windows-1252' };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1)
    if (sample[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && odd > 4 * even) return 'utf-16le';
  if (even > sample.length / 8 && even > 4 * odd) return 'utf-16be';
  return 'utf-8';
}

function fromUtf16(bytes: Uint8Array, bigEndian: boolean): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  const view = new DataView(even.buffer, even.byteOffset, even.byteLength);
  const units = new Uint16Array(even.length / 2);
  for (let at = 0; at < units.length; at += 1) units[at] = view.getUint16(2 * at, !bigEndian);
  return withoutMark(inParts(units, (part) => String.fromCharCode(...part)));
}

function fromWindows1252(bytes: Uint8Array): string {
  return inParts(bytes, (part) => {
    let text = '';
    for (const byte of part) {
      text += byte >= 0x80 && byte < 0xa0 ? (HIGH[byte - 0x80] as string) : String.fromCharCode(byte);
    }
    return text;
  });
}

/** A call takes only so many arguments, and a file has more characters than that. */
function inParts<T extends Uint8Array | Uint16Array>(all: T, read: (part: T) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < all.length; at += 8_192) parts.push(read(all.subarray(at, at + 8_192) as T));
  return parts.join('');
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
