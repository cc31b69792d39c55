import { type FocusEvent, useLayoutEffect, useRef } from 'react';
import type { Lane } from './navigation.ts';
import type { CardFocus } from './use-focus.ts';

/**
 * Gives the focus back to a card that was taken from under the keyboard: an undo or a change from elsewhere moved it
 * to another column, where it is a new element. Someone who left the card is not called back. It is
 * back before the change is painted, so that no key falls between.
 * @returns what the board does when the focus leaves one of its parts.
 */
export function useKeptFocus(focus: CardFocus, lanes: readonly Lane[]): (event: FocusEvent) => void {
  const { active, focus: focusCard } = focus;
  const held = useRef<string | null>(null);
  useLayoutEffect(() => {
    const card = document.activeElement;
    if (card instanceof HTMLElement && card.dataset.card) held.current = card.dataset.card;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the cards have changed
  useLayoutEffect(() => {
    const lost = held.current !== null && held.current === active && document.activeElement === document.body;
    if (lost && held.current) focusCard(held.current);
  }, [lanes, active, focusCard]);
  return ({ target }) => {
    if (target.isConnected) held.current = null;
  };
}
