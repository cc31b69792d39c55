import { describe, expect, it } from 'vitest';
import { readAddress } from '#renderer/app/hash-history.ts';

describe('an address', () => {
  it.each([
    ['', '/', ''],
    ['#/', '/', ''],
    ['#/client/1/money', '/client/1/money', ''],
    ['#/client/1/money?invoice=2', '/client/1/money', '?invoice=2'],
    ['#/client/1/board?task=3&q=a%3Fb', '/client/1/board', '?task=3&q=a%3Fb'],
  ])('%s is read by itself', (hash, pathname, search) => {
    expect(readAddress(hash)).toEqual({ href: hash.slice(1) || '/', pathname, search, hash: '' });
  });
});
