import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Card.module.css';

export interface RenameFieldProps {
  readonly title: string;
  /** Null when nothing shall change. */
  readonly onDone: (title: string | null) => void;
}

/** The title as a field: Enter or leaving it keeps the text, Escape does not. */
export function RenameField({ title, onDone }: RenameFieldProps) {
  const { t } = useTranslation('tasks');
  const ended = useRef(false);
  const end = (text: string | null) => {
    if (ended.current) return;
    ended.current = true;
    const wanted = text?.trim();
    onDone(wanted && wanted !== title ? wanted : null);
  };
  return (
    <textarea
      className={classes.rename}
      aria-label={t('field.title')}
      defaultValue={title}
      maxLength={500}
      rows={1}
      // biome-ignore lint/a11y/noAutofocus: the person asked for this field with a key
      autoFocus
      onFocus={(event) => event.target.select()}
      onBlur={(event) => end(event.target.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') {
          event.preventDefault();
          end(event.currentTarget.value);
        } else if (event.key === 'Escape') end(null);
      }}
    />
  );
}
