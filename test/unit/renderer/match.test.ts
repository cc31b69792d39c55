import { describe, expect, it } from 'vitest';
import { matchText, splitHits } from '#renderer/app/palette/match.ts';

const hits = (query: string, text: string) =>
  matchText(query, text)?.ranges.map(([start, end]) => text.slice(start, end)) ?? null;

describe('matchText', () => {
  it.each([
    ['inv', 'Draft invoice', ['inv']],
    ['INV', 'Supplier invoices 2026', ['inv']],
    ['uber', 'Größe über alles', ['über']],
    ['inv draft', 'Draft invoice', ['Draft', 'inv']],
    ['aa', 'baab aa', ['aa']],
    ['strasse', 'Straße', null],
    ['é', 'cafe\u0301', ['e\u0301']],
    ['x', 'Draft invoice', null],
    ['', 'Draft invoice', []],
  ] as const)('%j in %j', (query, text, expected) => expect(hits(query, text)).toEqual(expected));

  it('prefers the beginning of the text, then of a word, then the middle', () => {
    const score = (text: string) => matchText('inv', text)?.score ?? 0;
    expect(score('Invoice query')).toBeGreaterThan(score('Draft invoice'));
    expect(score('Draft invoice')).toBeGreaterThan(score('Reinvent'));
  });

  it('joins hits that overlap, so that no letter shows twice', () => {
    const text = 'invoice';
    const parts = splitHits(text, matchText('inv nvo', text)?.ranges ?? []);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.hit).map((part) => part.text)).toEqual(['invo']);
  });
});
