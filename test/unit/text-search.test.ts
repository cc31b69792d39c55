import { describe, expect, it } from 'vitest';
import { linkName, readLink } from '#shared/domain/link.ts';
import { readSearch, titleFit } from '#shared/domain/text-search.ts';

describe('a typed search', () => {
  it('becomes words that all must begin somewhere', () => {
    expect(readSearch('  Invoice "query" AND title:x* ')).toEqual({
      kind: 'words',
      words: ['Invoice', 'query', 'AND', 'title', 'x'],
      match: '"Invoice" * "query" * "AND" * "title" * "x" *',
    });
    expect(readSearch(' \0 ')).toEqual({ kind: 'none' });
  });

  it('looks for the text itself where there are no words or no spaces between them', () => {
    expect(readSearch('🎉')).toEqual({ kind: 'literal', text: '🎉' });
    expect(readSearch('会議')).toEqual({ kind: 'literal', text: '会議' });
    expect(readSearch('"*"')).toEqual({ kind: 'literal', text: '"*"' });
  });

  it('prefers titles that begin with it, then words that do, then any part', () => {
    const fits = ['Invoice query', 'Send invoice', 'Reinvoice', 'Other'].map((t) => titleFit(t, ['invo']));
    expect(fits).toEqual([3, 2, 1, 0]);
    expect(titleFit('Café Zürich', ['zur', 'cafe'])).toBe(2);
  });
});

describe('a link', () => {
  it('is a web or a mail address, with or without a scheme', () => {
    expect(readLink(' example.com/a b ')).toBe('https://example.com/a%20b');
    expect(readLink('example.com:8443/x')).toBe('https://example.com:8443/x');
    expect(readLink('someone@example.com')).toBe('mailto:someone@example.com');
    for (const bad of ['javascript:alert(1)', 'file:///etc/passwd', 'http://example.com', 'word', ''])
      expect(readLink(bad)).toBeNull();
    expect(linkName('https://www.example.com/x')).toBe('example.com');
    expect(linkName('mailto:someone@example.com')).toBe('someone@example.com');
  });
});
