import { MINUTE } from './duration.ts';

/**
 * Whole minutes for lengths in milliseconds that are shown in one list, so that every part of the list adds
 * up to what its total shows: each is the step between two running totals, and off by less than a minute.
 * Parts of a minute are cut off the total, as in `formatDuration`.
 */
export function minutesInSequence(lengths: readonly number[]): number[] {
  return unitsInSequence(lengths, MINUTE);
}

/** The same for any unit (milliseconds). */
export function unitsInSequence(lengths: readonly number[], unit: number): number[] {
  let exact = 0;
  let shown = 0;
  return lengths.map((length) => {
    exact += length;
    const next = Math.floor(exact / unit);
    const units = next - shown;
    shown = next;
    return units;
  });
}

/** Hours with four decimals, a third of a second, as spreadsheets add them up: `1.2500`. Rounded half up from milliseconds. */
export function decimalHours(milliseconds: number): string {
  const parts = Math.round(milliseconds / 360);
  return `${Math.floor(parts / 10_000)}.${String(parts % 10_000).padStart(4, '0')}`;
}
