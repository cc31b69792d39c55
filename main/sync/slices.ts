import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest time that a slice of work may hold the event loop, milliseconds; a commit still follows it. */
const SLICE_MS = 5;

/**
 * Works through items in slices, each inside `slice`, and lets the event loop breathe between them.
 * @param slice runs a synchronous piece of work, for instance as one transaction; false ends it early.
 * @param now milliseconds that only grow.
 */
export async function inSlices<T>(
  items: readonly T[],
  now: () => number,
  slice: (work: () => void) => boolean,
  each: (item: T) => void,
): Promise<void> {
  let at = 0;
  while (at < items.length) {
    const end = now() + SLICE_MS;
    const goOn = slice(() => {
      do {
        const item = items[at++];
        if (item !== undefined) each(item);
      } while (at < items.length && now() < end);
    });
    if (!goOn) return;
    await nextTurn();
  }
}

/** Repeats a small piece of work until it says that nothing is left. */
export async function untilDone(work: () => boolean): Promise<void> {
  while (work()) await nextTurn();
}
