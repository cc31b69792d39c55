import { useMergedRef } from '@mantine/hooks';
import { type FormEvent, type ReactNode, type Ref, useEffect, useRef } from 'react';
import { firstError, goToError } from './first-error.ts';

export interface FormProps {
  readonly onSubmit: () => void;
  /**
   * Tells in the other fields what is wrong with them, without saving, while a date that cannot be read keeps the form
   * from being sent: all that is wrong is said at once.
   */
  readonly onCheck?: (() => void) | undefined;
  readonly ref?: Ref<HTMLFormElement>;
  readonly className?: string | undefined;
  readonly 'aria-label'?: string;
  readonly children: ReactNode;
}

/** A form. When it is refused, here or in the answer, the keyboard goes to the first field with an error, in sight. */
export function Form({ onSubmit, onCheck, ref, children, ...rest }: FormProps) {
  const own = useRef<HTMLFormElement>(null);
  /** Sent, and the person has done nothing since. */
  const sent = useRef(false);
  useEffect(() => {
    const form = own.current;
    if (!form) return;
    const look = () => {
      const error = sent.current ? firstError(form) : null;
      if (error) goToError(error);
    };
    const rest = () => {
      sent.current = false;
    };
    const send = () => {
      sent.current = true;
      // Errors that were there before and still are.
      requestAnimationFrame(look);
    };
    const watch = new MutationObserver(look);
    watch.observe(form, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-invalid'],
    });
    form.addEventListener('submit', send, true);
    for (const act of ['keydown', 'pointerdown']) document.addEventListener(act, rest, true);
    return () => {
      watch.disconnect();
      form.removeEventListener('submit', send, true);
      for (const act of ['keydown', 'pointerdown']) document.removeEventListener(act, rest, true);
    };
  }, []);
  const submit = (event: FormEvent) => {
    event.stopPropagation();
    const held = event.defaultPrevented;
    event.preventDefault();
    if (held) onCheck?.();
    else onSubmit();
  };
  return (
    <form {...rest} ref={useMergedRef(own, ref ?? null)} onSubmit={submit} noValidate>
      {children}
    </form>
  );
}
