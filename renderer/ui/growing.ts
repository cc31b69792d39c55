import { useCallback, useState } from 'react';

/** As many as most windows show; what lies below comes while one scrolls. */
const FIRST = 40;
/** So far below the window the next ones are made ready. */
const AHEAD = '400px';

/**
 * For lists of unlike rows that can grow long: how many to show now, and the ref of an element after the last one.
 * When that comes near the window, there are more.
 * @param step how many come at once; fewer of those that take long to draw.
 */
export function useGrowing(step = FIRST) {
  const [most, setMost] = useState(step);
  // A ref that depends on the number is attached anew after each growth, and so looks again whether that was enough.
  const foot = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) setMost(most + step);
        },
        { root: scrollerOf(element), rootMargin: AHEAD },
      );
      observer.observe(element);
      return () => observer.disconnect();
    },
    [most, step],
  );
  return { most, foot };
}

/** The element in which this one scrolls; margins around the window itself do not reach into it. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  let parent = element.parentElement;
  while (parent && !/auto|scroll/.test(getComputedStyle(parent).overflowY)) parent = parent.parentElement;
  return parent;
}
