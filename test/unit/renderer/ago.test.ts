import { expect, it } from 'vitest';
import { ago } from '#renderer/lib/ago.ts';

const now = 1_800_000_000_000;

it.each([
  [0, 'this minute'],
  [2 * 60_000 + 59_000, '2 minutes ago'],
  [60 * 60_000, '1 hour ago'],
  [26 * 3_600_000, 'yesterday'],
  [40 * 86_400_000, '40 days ago'],
  [-5_000, 'this minute'],
])('says how long ago %d ms were', (passed, words) => expect(ago(now - passed, now, 'en')).toBe(words));
