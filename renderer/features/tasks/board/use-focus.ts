import { useCallback, useState } from 'react';

export interface CardFocus {
  /** The one card that Tab reaches. */
  readonly active: string | null;
  /** A card that shall take the focus as soon as it is on screen; a new object each time. */
  readonly request: { readonly id: string } | null;
  /** Moves the focus to a card, also to one that is not rendered yet. */
  focus(id: string): void;
  /** The card has the focus now. */
  noticed(id: string): void;
}

/** One tab stop for the whole board, and focus for cards that may first have to be scrolled to. */
export function useFocus(): CardFocus {
  const [active, setActive] = useState<string | null>(null);
  const [request, setRequest] = useState<{ readonly id: string } | null>(null);
  const focus = useCallback((id: string) => {
    setActive(id);
    setRequest({ id });
  }, []);
  const noticed = useCallback((id: string) => {
    setActive(id);
    setRequest(null);
  }, []);
  return { active, request, focus, noticed };
}
