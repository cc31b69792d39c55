/** Marks what takes the keyboard where the element it would go back to is gone, such as the heading of a page. */
export const focusHome = { 'data-focus-home': true, tabIndex: -1 } as const;

/**
 * Remembers where the keyboard is. The function that comes back puts it there again, once what is on its way out has
 * gone, unless it has found a place by itself; where that element is gone too, on the page's `focusHome`.
 */
export function rememberFocus(): () => void {
  const before = openerOf(document.activeElement);
  return () => {
    requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      if (before?.isConnected && before !== document.body) before.focus({ preventScroll: true });
      // A dialog beneath may give back what it came from first.
      requestAnimationFrame(goHome);
    });
  };
}

/** Puts a keyboard that is nowhere on the page's `focusHome`. */
export function goHome(): void {
  if (document.activeElement && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true });
}

/** A menu goes with the choice that was made in it: what opened it stays. */
function openerOf(element: Element | null): HTMLElement | null {
  const menu = element?.closest('[role=menu]');
  const opener = menu?.id ? document.querySelector(`[aria-controls="${CSS.escape(menu.id)}"]`) : element;
  return opener instanceof HTMLElement ? opener : null;
}
