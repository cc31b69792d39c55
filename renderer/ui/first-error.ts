const marked = '[aria-invalid=true]:not(:disabled)';
const held = `[data-error] :is(input, button, textarea, select, [tabindex="0"]):not(:disabled)`;

/** The first thing in a form that says what is wrong, in the order in which the keyboard meets it. */
export function firstError(form: HTMLElement): HTMLElement | null {
  return form.querySelector<HTMLElement>(`${marked}, ${held}`) ?? form.querySelector('[role=alert]');
}

/** Brings it to where neither a sticky foot nor the edge hides it or its message, and the keyboard there. */
export function goToError(error: HTMLElement): void {
  // A message that belongs to no field is read out by itself.
  if (error.role !== 'alert') error.focus({ preventScroll: true });
  error.scrollIntoView({ block: 'center' });
}
