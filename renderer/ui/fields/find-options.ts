/** What can be chosen, as far as finding it goes. */
export interface Findable {
  readonly value: string;
  readonly label: string;
}

/**
 * The choices in which every word that was typed occurs, the likeliest first: those that begin with what was typed,
 * then those of which a word does, then the others, each as they stood. Capitals and accents do not matter.
 */
export function findOptions<Option extends Findable>(
  options: readonly Option[],
  search: string,
  wordsOf: (option: Option) => string = ({ label }) => label,
): Option[] {
  const typed = plain(search).trim();
  if (typed === '') return [...options];
  const words = typed.split(/\s+/);
  const ranked: [Option[], Option[], Option[]] = [[], [], []];
  for (const option of options) {
    const text = plain(wordsOf(option));
    if (!words.every((word) => text.includes(word))) continue;
    const label = plain(option.label);
    const rank = label.startsWith(typed) ? 0 : beginsAWord(label, typed) ? 1 : 2;
    ranked[rank].push(option);
  }
  return ranked.flat();
}

function beginsAWord(label: string, typed: string): boolean {
  return label.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(typed));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
}
