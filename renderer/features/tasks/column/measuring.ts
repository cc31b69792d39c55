import { elementScroll, type Virtualizer } from '@tanstack/react-virtual';

type Lists = Virtualizer<HTMLDivElement, HTMLLIElement>;

/*
 * Reading a size while the page is being changed makes the browser lay it out at once, and again for every column of a
 * board. These wait for the observers, which tell sizes after the layout that is due anyway.
 */

/** What stands above and below the cards, in pixels: header, tools, head of the column, new task, timer. */
const AROUND = 240;

/** About how much of a column the window shows, in pixels: an estimate for the first drawing. */
export function roomForCards(page: Window): number {
  return Math.max(0, page.innerHeight - AROUND);
}

/** A card's height when the observer has told it; until then the last one or the estimate. */
export function measuredHeight(
  element: HTMLLIElement,
  entry: ResizeObserverEntry | undefined,
  lists: Lists,
): number {
  const box = entry?.borderBoxSize[0];
  if (box) return Math.round(box.blockSize);
  const index = lists.indexFromElement(element);
  const known = lists.itemSizeCache.get(lists.options.getItemKey(index));
  return known ?? lists.options.estimateSize(index);
}

/** Scrolls a column, but not a new one to its head, where it stands already. */
export function scrollOnceShown(): typeof elementScroll<HTMLDivElement> {
  let shown: Element | null = null;
  return (offset, options, lists) => {
    const isNew = shown !== lists.scrollElement;
    shown = lists.scrollElement;
    if (!isNew || offset !== 0) elementScroll(offset, options, lists);
  };
}

/** The column's own size, from its observer. */
export function watchRoom(lists: Lists, sees: (room: { width: number; height: number }) => void) {
  const { scrollElement: element } = lists;
  if (!element) return;
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    sees({ width: Math.round(width), height: Math.round(height) });
  });
  observer.observe(element);
  return () => observer.disconnect();
}
