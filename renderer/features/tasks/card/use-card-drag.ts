import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/**
 * Lets the mouse drag a card. `prepare` belongs to the pointer's first touch: a board holds many cards, of which few
 * are ever dragged.
 */
export function useCardDrag(
  element: RefObject<HTMLElement | null>,
  id: string,
): { readonly dragging: boolean; readonly prepare: () => void } {
  const [dragging, setDragging] = useState(false);
  const release = useRef<(() => void) | null>(null);
  const prepare = useCallback(() => {
    if (release.current || !element.current) return;
    release.current = draggable({
      element: element.current,
      getInitialData: () => ({ type: 'card', id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, id]);
  useEffect(
    () => () => {
      release.current?.();
      release.current = null;
    },
    [],
  );
  return { dragging, prepare };
}
