import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../../../lib/cx.ts';
import classes from './EditableText.module.css';

export interface EditableTextProps {
  /** Accessible name of the field. */
  readonly label: string;
  readonly value: string;
  /** Stands there while it is empty. */
  readonly placeholder: string;
  readonly maxLength: number;
  /** Enter starts a new line; Ctrl Enter keeps the text. Otherwise Enter keeps it. */
  readonly multiline?: boolean;
  readonly className?: string;
  /** How the text is shown while it is not edited. */
  readonly children?: ReactNode;
  /** Answers the sentence that says what is wrong, or null when the text was kept. */
  readonly onSave: (text: string) => Promise<string | null>;
}

/**
 * Text that is edited where it stands. Leaving the field keeps it, by Escape too: Ctrl Z takes a change back, but
 * nothing brings back words that were never kept. What is refused stays in the field with the reason under it; only
 * then Escape gives it up.
 */
export function EditableText(props: EditableTextProps) {
  const { label, value, placeholder, maxLength, multiline = false, className, children, onSave } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const ending = useRef(false);
  const comesBack = useRef(false);
  const id = useId();
  // After the button is there again; a frame's delay could come before it on a busy machine.
  useEffect(() => {
    if (draft !== null || !comesBack.current) return;
    comesBack.current = false;
    button.current?.focus();
  }, [draft]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value from outside replaces what was just kept
  useEffect(() => setSaved(null), [value]);
  const shown = saved ?? value;

  const stop = (refocus: boolean) => {
    comesBack.current = refocus;
    setDraft(null);
    setError(null);
  };
  const keep = async (refocus: boolean) => {
    if (draft === null || ending.current) return;
    const text = draft.trim();
    if (text === shown.trim()) return stop(refocus);
    ending.current = true;
    const wrong = await onSave(text);
    ending.current = false;
    if (wrong) return setError(wrong);
    setSaved(text);
    stop(refocus);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const enter = event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey);
    if (!enter && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (enter || error === null) void keep(true);
    else stop(true);
  };

  if (draft === null)
    return (
      <button
        ref={button}
        type="button"
        className={cx(classes.shown, className)}
        data-empty={shown === '' || undefined}
        aria-label={`${label}: ${shown || placeholder}`}
        onClick={() => setDraft(shown)}
      >
        {shown === '' ? placeholder : (children ?? shown)}
      </button>
    );
  return (
    <>
      <textarea
        className={cx(classes.field, className)}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error ? id : undefined}
        value={draft}
        rows={1}
        maxLength={maxLength}
        // biome-ignore lint/a11y/noAutofocus: the person just asked to edit this
        autoFocus
        onFocus={(event) => event.target.setSelectionRange(draft.length, draft.length)}
        onChange={(event) =>
          setDraft(multiline ? event.target.value : event.target.value.replace(/\n/g, ' '))
        }
        onBlur={() => void keep(false)}
        onKeyDown={onKeyDown}
      />
      {error && (
        <p id={id} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
