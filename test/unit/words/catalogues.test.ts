import { describe, expect, it } from 'vitest';
import de from '#shared/locales/de.ts';
import en from '#shared/locales/en.ts';

type Tree = { readonly [key: string]: string | Tree };

/** `namespace:path.to.key` of every text, with the text. */
function texts(catalogue: Record<string, unknown>): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [key, value] of Object.entries(tree)) {
      const here = path.endsWith(':') ? path + key : `${path}.${key}`;
      if (typeof value === 'string') found.set(here, value);
      else walk(value, here);
    }
  };
  for (const [namespace, tree] of Object.entries(catalogue)) walk(tree as Tree, `${namespace}:`);
  return found;
}

const english = texts(en);
const german = texts(de);
const placeholders = (text = '') => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name]) => name).sort();

describe('the catalogues', () => {
  it('have the same texts in both languages, none of them empty', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of [...english, ...german]) expect(text.trim(), key).not.toBe('');
  });

  it('say the same values in both languages', () => {
    for (const [key, text] of english) {
      // A plural form may say its number in words: "one task".
      const [mine, theirs] = [placeholders(text), placeholders(german.get(key))];
      const plural = /_(one|other|zero)$/.test(key);
      const without = (names: readonly (string | undefined)[]) =>
        plural ? names.filter((n) => n !== 'count') : names;
      expect(without(theirs), key).toEqual(without(mine));
    }
  });

  it('are not English in the German one', () => {
    // A long text that is the same in both is one that nobody translated.
    const same = [...english].filter(([key, text]) => text.split(' ').length > 3 && german.get(key) === text);
    expect(same).toEqual([]);
  });
});
