/**
 * Notes on the page whether the keyboard or the pointer is in use (`data-input` on the root element), so that key
 * hints show only while they help. Returns a function that stops it.
 */
export function trackInputModality(root: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches('input, textarea, [contenteditable="true"]');
    const navigates =
      event.key === 'Tab' || event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey || !typing;
    if (navigates) root.dataset.input = 'keyboard';
  };
  const onPointer = () => {
    root.dataset.input = 'pointer';
  };
  root.dataset.input ??= 'keyboard';
  root.addEventListener('keydown', onKey, true);
  root.addEventListener('pointerdown', onPointer, true);
  return () => {
    root.removeEventListener('keydown', onKey, true);
    root.removeEventListener('pointerdown', onPointer, true);
  };
}
