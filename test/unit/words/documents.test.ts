import { describe, expect, it } from 'vitest';
import { createDocumentWords } from '#main/platform/words.ts';
import { documentLanguage, documentLanguages } from '#shared/domain/document-language.ts';
import { documentTextKeys } from '#shared/domain/invoice-snapshot.ts';
import documents from '#shared/locales/documents.ts';
import en from '#shared/locales/en.ts';

const placeholders = (text: string) => [...text.matchAll(/\{\{?\s*(\w+)/g)].map(([, name]) => name).sort();
const english: Readonly<Record<string, string>> = en.billing.document;
const kinds: Readonly<Record<string, string>> = en.common.workKind;

describe.each(Object.entries(documents))('the words of documents in %s', (_language, catalogue) => {
  const texts: Readonly<Record<string, string>> = catalogue.billing.document;

  it('are all there, with the same values, and none is empty', () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
    expect(Object.keys(catalogue.common.workKind).sort()).toEqual(Object.keys(kinds).sort());
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('');
      expect(placeholders(text), key).toEqual(placeholders(english[key] ?? ''));
    }
  });

  it('are not the English ones', () => {
    // Short words may be the same in two languages: `Total`, `Subtotal`.
    const same = Object.entries(texts).filter(([key, text]) => text.length > 8 && english[key] === text);
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe('the words of a document', () => {
  const words = createDocumentWords();

  it('are found in each of its languages', () => {
    for (const language of documentLanguages)
      for (const key of documentTextKeys)
        expect(words.text(language, `billing:document.${key}`), `${language} ${key}`).not.toMatch(
          /^document\./,
        );
    expect(words.text('et', 'billing:document.invoice')).toBe('Arve');
    expect(words.text('hi', 'billing:document.workInPeriod', { period: 'X' })).toBe('कार्य, X');
  });

  it.each([
    ['de-AT', 'de'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['ES', 'es'],
    ['fr', 'en'],
    ['', 'en'],
  ])('for somebody who reads %j are in %s', (tag, language) => {
    expect(documentLanguage(tag)).toBe(language);
  });
});
