import type { CSSProperties, HTMLAttributes, ReactNode } from 'react';
import type { ClientColor } from '#shared/domain/clients.ts';
import { cx } from '../../lib/cx.ts';
import { ClientMark } from '../ClientMark.tsx';
import classes from './EventBlock.module.css';

export interface EventBlockProps extends HTMLAttributes<HTMLDivElement> {
  readonly colour: ClientColor;
  readonly title: string;
  /** Under the title, where there is room. */
  readonly times: string;
  /** At the right: a state, a button, a short time. */
  readonly end?: ReactNode;
  /** `line` when only one line fits, `none` when not even that. */
  readonly size: 'full' | 'line' | 'none';
  /** Over already. */
  readonly past?: boolean;
  readonly style: CSSProperties;
}

/** An event on a timeline: the client's tint, bar and shape. */
export function EventBlock(props: EventBlockProps) {
  const { colour, title, times, end, size, past = false, style, className, ...rest } = props;
  return (
    <div
      {...rest}
      className={cx(classes.event, className)}
      data-size={size}
      data-past={past || undefined}
      style={{ ...style, '--own': `var(--client-${colour})` } as CSSProperties}
    >
      <span className={classes.text}>
        <span className={classes.title}>
          <ClientMark colour={colour} size={10} />
          <span className={classes.name} title={title}>
            {title}
          </span>
        </span>
        {size === 'full' && <span className={classes.times}>{times}</span>}
      </span>
      {end && <span className={classes.end}>{end}</span>}
    </div>
  );
}
