import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useState } from 'react';

/** Lets the mouse drag a card; true while it does. */
export function useCardDrag(element: RefObject<HTMLElement | null>, id: string): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    return draggable({
      element: element.current,
      getInitialData: () => ({ type: 'card', id }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    });
  }, [element, id]);
  return dragging;
}
