/**
 * Leaves the field that has the focus when the window is about to go, as a click elsewhere would have: what is edited
 * where it stands is kept on leaving, and quitting must not be the one way to lose it.
 */
export function keepEditsWhenLeaving(page: Window): void {
  page.addEventListener('beforeunload', () => {
    const { activeElement } = page.document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
}
