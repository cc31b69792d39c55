/** How a typed search is answered: by the word index, by looking for the text itself, or not at all. */
export type TextQuery =
  | { readonly kind: 'none' }
  | { readonly kind: 'words'; readonly match: string; readonly words: readonly string[] }
  | { readonly kind: 'literal'; readonly text: string };

const maximumWords = 8;
const word = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** Scripts written without spaces: the index sees a whole sentence as one word, so it cannot find inside. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Reads what someone typed into a search field. Every word must occur, the last ones as beginnings too;
 * nothing in the text is an operator. `match` is safe to hand to SQLite FTS5.
 */
export function readSearch(typed: string): TextQuery {
  const text = typed.normalize('NFC').replaceAll('\0', ' ').trim().slice(0, 200);
  if (text === '') return { kind: 'none' };
  const words = (text.match(word) ?? []).slice(0, maximumWords);
  if (words.length === 0 || unspaced.test(text)) return { kind: 'literal', text };
  return { kind: 'words', words, match: words.map((each) => `"${each}" *`).join(' ') };
}

/** Lower case without accents, for comparing as the index does. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * How well a title fits, higher is better: it begins with the text, one of its words does, it holds every
 * word somewhere, or (0) the match was elsewhere.
 */
export function titleFit(title: string, words: readonly string[]): number {
  const folded = fold(title);
  const wanted = words.map(fold);
  if (folded.startsWith(wanted.join(' '))) return 3;
  const titleWords: readonly string[] = folded.match(word) ?? [];
  if (wanted.every((each) => titleWords.some((part) => part.startsWith(each)))) return 2;
  return wanted.every((each) => folded.includes(each)) ? 1 : 0;
}
