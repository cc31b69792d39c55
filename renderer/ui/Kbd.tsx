import { useTranslation } from 'react-i18next';
import classes from './Kbd.module.css';

export interface KbdProps {
  /** One chip per entry, already in words: `['Ctrl', 'K']` gives two chips, `['Ctrl K']` one. */
  readonly keys: readonly string[];
  /** On a filled button the chip takes the button's own colour. */
  readonly onFilled?: boolean;
}

/** Keys to press, as this language's keyboards name them. Screen readers skip it: controls say their keys through `aria-keyshortcuts`. */
export function Kbd({ keys, onFilled = false }: KbdProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.group} aria-hidden="true" data-filled={onFilled || undefined}>
      {keys.map((key) => (
        <kbd key={key} className={classes.key}>
          {key
            .split(' ')
            .map((one) => (isNamed(one) ? t(`common:keys.${one}`) : one))
            .join(' ')}
        </kbd>
      ))}
    </span>
  );
}

const named = ['Ctrl', 'Shift', 'Del', 'Space', 'Enter'] as const;

function isNamed(key: string): key is (typeof named)[number] {
  return named.some((one) => one === key);
}
