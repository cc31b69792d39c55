export interface Match {
  /** Higher is better; a whole beginning beats the beginning of a word, which beats the middle. */
  readonly score: number;
  /** Where the words of the query stand in the text, as [start, end) in UTF-16 units, in order. */
  readonly ranges: ReadonlyArray<readonly [number, number]>;
}

/** Finds every word of a query in a text, without regard to case and accents. Null when one is missing. */
export function matchText(query: string, text: string): Match | null {
  const words = fold(query).text.split(/\s+/).filter(Boolean);
  const folded = fold(text);
  let score = 0;
  const ranges: Array<readonly [number, number]> = [];
  for (const word of words) {
    const at = bestPlace(folded.text, word);
    if (at < 0) return null;
    score += at === 0 ? 3 : startsWord(folded.text, at) ? 2 : 1;
    ranges.push([folded.origin[at] ?? 0, folded.origin[at + word.length] ?? text.length]);
  }
  return { score, ranges: merge(ranges) };
}

/** A text cut into plain and hit parts, for showing the hits in bold. */
export function splitHits(
  text: string,
  ranges: Match['ranges'],
): ReadonlyArray<{ text: string; hit: boolean; at: number }> {
  const parts: Array<{ text: string; hit: boolean; at: number }> = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) parts.push({ text: text.slice(at, start), hit: false, at });
    parts.push({ text: text.slice(start, end), hit: true, at: start });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), hit: false, at });
  return parts;
}

/** Lower case without accents, with the place in the original of each unit. */
function fold(text: string): { readonly text: string; readonly origin: readonly number[] } {
  let folded = '';
  const origin: number[] = [];
  let at = 0;
  for (const sign of text) {
    const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) origin.push(at);
    at += sign.length;
  }
  origin.push(text.length);
  return { text: folded, origin };
}

function bestPlace(text: string, word: string): number {
  let at = text.indexOf(word);
  const first = at;
  while (at >= 0) {
    if (startsWord(text, at)) return at;
    at = text.indexOf(word, at + 1);
  }
  return first;
}

const startsWord = (text: string, at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '');

function merge(ranges: ReadonlyArray<readonly [number, number]>): Match['ranges'] {
  const merged: Array<readonly [number, number]> = [];
  for (const range of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}
