/**
 * Presses keys again on `to` that were pressed inside a document of its own, where the app does not hear them; a key
 * that meant something there does nothing else.
 */
export function passKeys(from: Document, to: HTMLElement): () => void {
  const pass = (event: KeyboardEvent) => {
    const { key, code, ctrlKey, metaKey, shiftKey, altKey, repeat, isComposing } = event;
    const held = { ctrlKey, metaKey, shiftKey, altKey };
    const again = new KeyboardEvent('keydown', {
      ...held,
      key,
      code,
      repeat,
      isComposing,
      bubbles: true,
      cancelable: true,
    });
    if (!to.dispatchEvent(again)) event.preventDefault();
  };
  from.addEventListener('keydown', pass);
  return () => from.removeEventListener('keydown', pass);
}
