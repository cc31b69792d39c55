import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many items are a few milliseconds of work, and few enough waits for the disk. */
const SLICE = 500;

/**
 * Works through items in slices, each inside `slice`, for instance as one transaction, and looks between them for
 * what else there is to do, such as being told to stop.
 * @param slice runs a synchronous piece of work; false ends it early.
 * @param wanted ends a slice early, because somebody waits for it.
 */
export async function inSlices<T>(
  items: readonly T[],
  wanted: () => boolean,
  slice: (work: () => void) => boolean,
  each: (item: T) => void,
): Promise<void> {
  let at = 0;
  while (at < items.length) {
    const end = Math.min(at + SLICE, items.length);
    const goOn = slice(() => {
      do {
        each(items[at] as T);
        at += 1;
      } while (at < end && !wanted());
    });
    if (!goOn) return;
    await nextTurn();
  }
}

/** Repeats a small piece of work until it says that nothing is left. */
export async function untilDone(work: () => boolean): Promise<void> {
  while (work()) await nextTurn();
}
