import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './Button.module.css';
import { Kbd } from './Kbd.tsx';
import { ariaKeys } from './keys.ts';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary` at most once per view; `quiet` has no border; `danger` removes something. */
  readonly variant?: 'primary' | 'default' | 'quiet' | 'danger' | 'link';
  /** `sm` 28 in toolbars, `md` 32, `lg` 36 in dialogs and first steps. */
  readonly size?: 'sm' | 'md' | 'lg';
  readonly icon?: ReactNode;
  /** Keys that do the same, shown as a chip: `['N']`. */
  readonly keys?: readonly string[];
  readonly block?: boolean;
  /** In a narrow view only the icon is seen; the text stays the name, and `tip` says it to who points at it. */
  readonly iconWhenNarrow?: boolean;
  /** Work is under way: the button keeps its width, cannot be pressed twice and says so. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The button of the app: a native one, so Enter, Space and forms work as everywhere. */
export function Button(props: ButtonProps) {
  const {
    variant = 'default',
    size = 'md',
    icon,
    keys,
    block,
    iconWhenNarrow,
    busy = false,
    className,
    children,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      className={cx(classes.button, className)}
      data-variant={variant}
      data-size={size}
      data-block={block || undefined}
      data-narrow={iconWhenNarrow ? 'icon' : undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      aria-keyshortcuts={ariaKeys(keys)}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon && <span className={classes.icon}>{icon}</span>}
      {children && <span className={classes.label}>{children}</span>}
      {keys && <Kbd keys={keys} onFilled={variant === 'primary' || variant === 'danger'} />}
    </button>
  );
}
