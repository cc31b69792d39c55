import { daysBetween } from './due-day.ts';
import { fold } from './text-search.ts';

/** A list left alone for so long locks itself, milliseconds. */
export const lockAfter = 5 * 60_000;
/** How long a shown secret stays on the screen, milliseconds. */
export const hideAfter = 30_000;
/** How long a copied secret stays in the clipboard, milliseconds. */
export const clearAfter = 30_000;
/** Bytes of UTF-8 that a keychain is given: Windows takes 2,560, and profiles may move between systems. */
export const longestSecret = 2_500;

/** How a review date stands: from a week before it is `soon`. `days` is negative once it has passed. */
export interface ReviewStanding {
  readonly state: 'none' | 'later' | 'soon' | 'due';
  readonly days: number;
}

/** @param reviewOn ISO day, or null when no review is planned. @param today ISO day. */
export function reviewStanding(reviewOn: string | null, today: string): ReviewStanding {
  if (reviewOn === null) return { state: 'none', days: 0 };
  const days = daysBetween(today, reviewOn);
  if (days <= 0) return { state: 'due', days };
  return { state: days <= 7 ? 'soon' : 'later', days };
}

interface Described {
  readonly label: string;
  readonly userName: string;
  readonly address: string;
  readonly grantedBy: string;
  readonly notes: string;
}

/** Whether every typed word occurs somewhere in the entry, whatever the case and accents. */
export function matchesFilter(entry: Described, typed: string): boolean {
  const hay = fold([entry.label, entry.userName, entry.address, entry.grantedBy, entry.notes].join(' '));
  return fold(typed)
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

/** UTF-8 bytes of a text. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}

/** An address as people say it: without scheme, `www.` and a closing slash. */
export function shortAddress(address: string): string {
  return address
    .replace(/^(https?:\/\/|mailto:)/i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '');
}
