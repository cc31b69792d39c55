import { expect, it } from 'vitest';
import { sizeText } from '#renderer/lib/size.ts';

it.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [1_250_000, '1.3 MB'],
  [25_600_000, '26 MB'],
  [3_000_000_000, '3 GB'],
  [7_000_000_000_000_000, '7,000 TB'],
])('tells %d bytes as %s', (bytes, words) => expect(sizeText(bytes, 'en')).toBe(words));

it('follows the language', () => expect(sizeText(1_250_000, 'de')).toBe('1,3 MB'));
