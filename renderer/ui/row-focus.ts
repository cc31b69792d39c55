import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';

interface Wanted {
  readonly index: number;
  /** What had the focus when it was asked for. */
  readonly from: Element | null;
}

/**
 * Moves the keyboard to a row of a list that draws only what is in sight: at once when the row stands there, so that
 * the next key is that row's, else with the drawing that brings it. Someone who went elsewhere meanwhile stays there.
 * @param attribute holds the row's number on the element that takes the focus.
 */
export function useRowFocus(
  scroller: RefObject<HTMLElement | null>,
  attribute: string,
): (index: number) => void {
  const wanted = useRef<Wanted | null>(null);
  const settle = useCallback(() => {
    if (!wanted.current) return;
    const { index, from } = wanted.current;
    const now = document.activeElement;
    const waits = now === from || now === document.body;
    const row = scroller.current?.querySelector<HTMLElement>(`[${attribute}="${index}"]`);
    if (waits && !row) return;
    wanted.current = null;
    if (waits) row?.focus({ preventScroll: true });
  }, [scroller, attribute]);
  useLayoutEffect(settle);
  return useCallback(
    (index) => {
      wanted.current = { index, from: document.activeElement };
      settle();
    },
    [settle],
  );
}
