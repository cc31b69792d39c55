import type { Category } from './category.ts';
import { MINUTE, parseDuration } from './duration.ts';

/** A date that was read somewhere in a text. */
export interface DateFinding {
  readonly index: number;
  readonly text: string;
  /** ISO day. */
  readonly date: string;
  /** `HH:MM`, or null when no time was named. */
  readonly time: string | null;
}

export type QuickPart = 'due' | 'estimate' | 'category';

export interface QuickAdd {
  readonly title: string;
  readonly due: { readonly date: string; readonly time: string | null } | null;
  readonly estimateMinutes: number | null;
  readonly category: Category | null;
}

const lastWord = /(?:^|\s)[#!]?([\p{L}]+)$/u;
const lastDuration = /(?:^|\s)(\d{1,2}(?:[.,]\d{1,2})?\s?h(?:\s?\d{1,2}\s?m?)?|\d{1,3}\s?m(?:in)?)$/iu;

/**
 * Reads what stands at the end of a typed task: a date, an estimate and a category, each once, in any order.
 * What stands earlier stays in the title, so that a name with a month in it is left alone.
 * @param findDates reads the dates of a text in the person's language.
 * @param categories words (lower case) that name a category.
 * @param declined parts the person does not want read.
 */
export function readQuickAdd(
  typed: string,
  findDates: (text: string) => readonly DateFinding[],
  categories: ReadonlyMap<string, Category>,
  declined: ReadonlySet<QuickPart>,
): QuickAdd {
  let due: QuickAdd['due'] = null;
  let estimateMinutes: number | null = null;
  let category: Category | null = null;
  const seen = new Set<QuickPart>();
  const kept: string[] = [];
  let rest = typed.trim();

  const take = (part: QuickPart, length: number): boolean => {
    seen.add(part);
    const cut = rest.slice(rest.length - length);
    rest = rest.slice(0, rest.length - length).trimEnd();
    if (!declined.has(part)) return true;
    kept.unshift(cut.trim());
    return false;
  };

  for (;;) {
    const duration = seen.has('estimate') ? null : lastDuration.exec(rest)?.[1];
    const minutes = duration ? parseDuration(duration) : null;
    if (duration && minutes && duration.length < rest.length) {
      if (take('estimate', duration.length)) estimateMinutes = minutes / MINUTE;
      continue;
    }
    const word = seen.has('category') ? null : lastWord.exec(rest);
    const named = word?.[1] ? categories.get(word[1].toLowerCase()) : undefined;
    if (word && named && word[0].trim().length < rest.length) {
      if (take('category', word[0].trim().length)) category = named;
      continue;
    }
    const date = seen.has('due') ? null : dateAtEnd(findDates(rest), rest);
    if (date) {
      if (take('due', rest.length - date.index)) due = { date: date.date, time: date.time };
      continue;
    }
    break;
  }
  return { title: [rest, ...kept].join(' '), due, estimateMinutes, category };
}

/** The longest date that ends with the text, begins a word and leaves something before it. */
function dateAtEnd(findings: readonly DateFinding[], text: string): DateFinding | null {
  const fitting = findings.filter(
    (found) =>
      found.index > 0 &&
      found.index + found.text.length === text.length &&
      /\s/.test(text[found.index - 1] ?? ''),
  );
  return fitting.sort((a, b) => a.index - b.index)[0] ?? null;
}
