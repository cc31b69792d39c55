import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invoiceHtml } from '#shared/domain/invoice-html.ts';
import { logoSize, readLogo } from '#shared/domain/logo.ts';
import { readSnapshot } from '#shared/domain/read-snapshot.ts';
import {
  exif,
  jpegFrame,
  jpegOf,
  jpegSegment,
  pngChunk,
  pngHead,
  pngSignature,
  samplePng,
} from '#test/support/picture.ts';
import { sampleLine, sampleSnapshot } from '#test/support/snapshot.ts';

const note = pngChunk('tEXt', Buffer.from('Comment\0taken at home'));
const jpeg = jpegOf(jpegFrame(120, 60));
const refused = (problem: string) => ({ ok: false, problem });

describe('the file of a logo', () => {
  it('is read by what it is, and loses what nobody sees', () => {
    const plain = samplePng(120, 40);
    expect(readLogo(samplePng(120, 40, [note]))).toMatchObject({
      ok: true,
      picture: { type: 'image/png', width: 120, height: 40, bytes: new Uint8Array(plain) },
    });
    const told = jpegOf(exif(1), jpegSegment(0xfe, Buffer.from('a comment')), jpegFrame(120, 60));
    expect(readLogo(Buffer.concat([told, Buffer.from('after the end')]))).toEqual({
      ok: true,
      picture: { type: 'image/jpeg', width: 120, height: 60, bytes: new Uint8Array(jpeg) },
    });
    const profile = jpegSegment(0xe2, Buffer.from('ICC_PROFILE\0colours', 'latin1'));
    const kept = readLogo(jpegOf(profile, jpegFrame(120, 60, 0xc2)));
    expect(kept.ok && Buffer.from(kept.picture.bytes).includes('ICC_PROFILE')).toBe(true);
  });

  it('is refused with the reason when it cannot be printed', () => {
    const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>';
    expect(readLogo(Buffer.from(svg))).toEqual(refused('svg'));
    expect(readLogo(Buffer.from('GIF89a'))).toEqual(refused('type'));
    expect(readLogo(samplePng(15, 40))).toEqual(refused('small'));
    expect(readLogo(jpegOf(jpegFrame(3001, 40)))).toEqual(refused('large'));
    for (const little of [true, false])
      expect(readLogo(jpegOf(exif(6, little), jpegFrame(120, 60)))).toEqual(refused('turned'));
    for (const broken of [
      jpeg.subarray(0, -2),
      jpegOf(),
      jpegOf(jpegFrame(120, 60, 0xc0, 12)),
      jpegOf(jpegFrame(120, 60, 0xc9)),
      Buffer.concat([pngSignature, pngHead(120, 40)]),
      Buffer.concat([pngSignature, pngHead(120, 40), pngChunk('IEND', Buffer.alloc(0))]),
      samplePng(120, 40, [pngChunk('ABCD', Buffer.alloc(0))]),
    ])
      expect(readLogo(broken)).toEqual(refused('damaged'));
  });

  it('never takes a PNG of which one byte was changed or the end is missing', () => {
    const png = samplePng(40, 20);
    fc.assert(
      fc.property(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(png);
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(readLogo(changed).ok).toBe(false);
        expect(readLogo(png.subarray(0, at)).ok).toBe(false);
      }),
    );
  });

  it('never throws, whatever follows the first bytes', () => {
    const start = fc.constantFrom(pngSignature, Buffer.from([0xff, 0xd8, 0xff]), jpeg.subarray(0, 20));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        expect(readLogo(Buffer.concat([head, rest])).ok).toBe(false);
      }),
    );
  });
});

describe('a logo on the page', () => {
  const logo = { id: 'file', sha256: 'a'.repeat(64), width: 600, height: 100 };
  const totals = { net: 1000, taxes: [], tax: 0, gross: 1000 };
  const texts = { logoOf: 'Logo of {name}' };
  const sample = sampleSnapshot({ lines: [sampleLine({})], totals });
  const snapshot = {
    ...sample,
    texts: { ...sample.texts, ...texts },
    seller: { ...sample.seller, name: 'Me & "Co"' },
    look: { paper: 'a4', accent: '', logo } as const,
  };

  it('fits into its room with its sides in proportion', () => {
    const side = fc.integer({ min: 16, max: 3000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = logoSize({ width, height });
        expect(size.width).toBeLessThanOrEqual(60);
        expect(size.height).toBeLessThanOrEqual(16);
        expect(size.width === 60 || size.height === 16).toBe(true);
        expect(Math.abs(size.width * height - size.height * width)).toBeLessThan(
          0.01 * Math.max(width, height),
        );
      }),
    );
  });

  it('is a part of the page with a name for those who cannot see it', () => {
    const html = invoiceHtml(snapshot, { logoUrl: 'data:image/png;base64,AA==' });
    expect(html).toContain('<div class="logo" style="width:60mm;height:10mm">');
    expect(html).toContain('<img src="data:image/png;base64,AA==" alt="Logo of Me &amp; &quot;Co&quot;"');
  });

  it('keeps its place until it is there', () => {
    const html = invoiceHtml(snapshot);
    expect(html).toContain('<div class="logo" style="width:60mm;height:10mm"></div>');
    expect(invoiceHtml(sample)).not.toContain('class="logo"');
  });

  it('is not on invoices from before there were logos', () => {
    const before = { ...sample, look: { paper: 'letter', accent: '#0a5a6e', logoId: null } };
    const read = readSnapshot(JSON.stringify(before));
    expect(read.look).toEqual({ paper: 'letter', accent: '#0a5a6e', logo: null });
    expect(readSnapshot(JSON.stringify(snapshot)).look.logo).toEqual(logo);
  });
});
