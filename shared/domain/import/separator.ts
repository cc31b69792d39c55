export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/**
 * Which character parts the columns, by the first line: the one that is there most often outside quotes.
 * @param text the file's text, without a byte-order mark.
 */
export function separatorOf(text: string): Separator {
  const counts = new Map<string, number>(separators.map((one) => [one, 0]));
  let quoted = false;
  for (const character of firstLine(text)) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return separators.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best));
}

/** Spreadsheets may write the separator as a line of its own before the header: `sep=;`. Its length, or 0. */
export function separatorLine(text: string): number {
  return /^"?sep=.?"?\r?\n/i.exec(text)?.[0].length ?? 0;
}

/** Up to the first line break outside quotes. */
function firstLine(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length && at < 20_000; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) return text.slice(0, at);
  }
  return text.slice(0, 20_000);
}
