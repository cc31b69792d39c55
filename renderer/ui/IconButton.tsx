import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './IconButton.module.css';
import { ariaKeys } from './keys.ts';
import { tip } from './tooltip/tip.ts';

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  /** The accessible name; also the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  /** Keys that do the same; the tooltip shows them. */
  readonly keys?: readonly string[];
  readonly size?: 'sm' | 'md' | 'lg';
  /** `bordered` for a pressed or outlined look. */
  readonly variant?: 'plain' | 'bordered' | 'primary';
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon: it always has a name, a tooltip and, if given, its keys. */
export function IconButton({
  label,
  icon,
  keys,
  size = 'md',
  variant = 'plain',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...tip(label, keys)}
      aria-label={label}
      aria-keyshortcuts={ariaKeys(keys)}
      className={cx(classes.button, className)}
      data-size={size}
      data-variant={variant}
    >
      {icon}
    </button>
  );
}
