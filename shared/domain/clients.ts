/** Pure rules about clients. */

export const clientStates = ['active', 'paused', 'ended'] as const;
export type ClientState = (typeof clientStates)[number];

export const channelKinds = ['email', 'phone', 'chat', 'video', 'board', 'other'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** Each number is a colour with a shape of its own, so that colour is never the only cue. */
export const clientColors = [1, 2, 3, 4, 5, 6, 7, 8] as const;
export type ClientColor = (typeof clientColors)[number];

/** Hours of one weekday in the client's zone; a day without an entry is a day off. Monday is 1 (ISO 8601). */
export interface WorkingDay {
  readonly day: number;
  /** `HH:MM`. */
  readonly start: string;
  readonly end: string;
}

/** Monday to Friday, nine to five. */
export const usualWorkingHours: readonly WorkingDay[] = [1, 2, 3, 4, 5].map((day) => ({
  day,
  start: '09:00',
  end: '17:00',
}));

/** Columns of a new board, left to right. */
export const defaultColumnKinds = ['todo', 'doing', 'waiting', 'review', 'done'] as const;

/**
 * Two letters for a client where there is no room for the name: `Northwind Bakery` gives `NB`, `Harbour` `HA`.
 * When another client has them, further letters of the name are tried; a repeated code is allowed, so the
 * first choice comes back when all are taken. Empty for a name without letters or digits.
 */
export function proposeCode(name: string, taken: readonly string[] = []): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const [first, ...rest] = words.map(letters);
  if (!first?.[0]) return '';
  const seconds = [
    ...rest.map((word) => word[0] ?? ''),
    ...first.slice(1),
    ...rest.flatMap((w) => w.slice(1)),
  ];
  const codes = seconds.map((second) => upper(first[0] + second));
  const used = new Set(taken.map(upper));
  return codes.find((code) => !used.has(code)) ?? codes[0] ?? upper(first[0]);
}

/** The colour used least so far, the lowest number first. */
export function proposeColor(used: readonly number[]): ClientColor {
  const count = (color: ClientColor) => used.filter((other) => other === color).length;
  return clientColors.reduce((best, color) => (count(color) < count(best) ? color : best), 1 as ClientColor);
}

/** Characters as people count them: a letter with its accents is one. */
export function letters(text: string): string[] {
  return [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(
    (part) => part.segment,
  );
}

// "ß" would grow to "SS"; a code keeps its length.
function upper(text: string): string {
  return letters(text)
    .map((letter) => (letters(letter.toUpperCase()).length === 1 ? letter.toUpperCase() : letter))
    .join('');
}
