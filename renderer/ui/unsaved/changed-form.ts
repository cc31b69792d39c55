import { useCallback, useRef } from 'react';

/**
 * Whether the fields of a form hold something else than when the person first touched them. What is loaded into them
 * before that is no change, and what is typed and taken back is none either.
 */
export function useChangedForm(): {
  readonly form: (form: HTMLFormElement | null) => void;
  readonly changed: () => boolean;
} {
  const watched = useRef<{ readonly form: HTMLFormElement; before: string; touched: boolean } | null>(null);
  const form = useCallback((found: HTMLFormElement | null) => {
    if (!found) {
      watched.current = null;
      return;
    }
    const state = { form: found, before: valuesOf(found), touched: false };
    watched.current = state;
    const touch = (event: Event) => {
      if (state.touched) return;
      state.touched = true;
      // An input event comes after the change, the others before it.
      if (event.type !== 'input') state.before = valuesOf(found);
    };
    for (const kind of ['keydown', 'pointerdown', 'input']) found.addEventListener(kind, touch, true);
  }, []);
  const changed = useCallback(() => {
    const now = watched.current;
    return now?.touched === true && valuesOf(now.form) !== now.before;
  }, []);
  return { form, changed };
}

function valuesOf(form: HTMLFormElement): string {
  return JSON.stringify(
    Array.from(form.elements, (field) => {
      if (field instanceof HTMLInputElement) {
        return field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value;
      }
      return field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement ? field.value : null;
    }).filter((value) => value !== null),
  );
}
