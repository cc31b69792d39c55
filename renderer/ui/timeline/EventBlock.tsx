import type { CSSProperties, HTMLAttributes, ReactNode } from 'react';
import type { ClientColor } from '#shared/domain/clients.ts';
import { cx } from '../../lib/cx.ts';
import { ClientMark } from '../ClientMark.tsx';
import { tip } from '../tooltip/tip.ts';
import classes from './EventBlock.module.css';

export interface EventBlockProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title'> {
  readonly colour: ClientColor;
  readonly title: string;
  /** Under the title, where there is room. */
  readonly times: string;
  /** At the right: a state, a button, a short time. */
  readonly end?: ReactNode;
  /** `line` when only one line fits, `none` when not even that. */
  readonly size: 'full' | 'line' | 'none';
  /** How many stand side by side here, itself counted. Then the title may go over several `lines`. */
  readonly lanes?: number;
  readonly lines?: number;
  /** All of it as one text: a tooltip, and what a screen reader says in place of the parts that fit. */
  readonly tooltip?: string;
  /** Over already. */
  readonly past?: boolean;
  readonly style: CSSProperties;
}

/** rem of one line of a title where events stand side by side. */
export const blockLine = 0.9375;

/** An event on a timeline: the client's tint, bar and shape. */
export function EventBlock(props: EventBlockProps) {
  const {
    colour,
    title,
    times,
    end,
    size,
    past = false,
    lanes = 1,
    lines = 1,
    tooltip,
    style,
    className,
    ...rest
  } = props;
  return (
    <div
      {...rest}
      {...(tooltip ? tip(tooltip) : {})}
      className={cx(classes.event, className)}
      data-size={size}
      data-beside={lanes === 1 ? undefined : lanes === 2 ? 'one' : 'many'}
      data-past={past || undefined}
      style={{ ...style, '--own': `var(--client-${colour})`, '--lines': lines } as CSSProperties}
    >
      {tooltip && <span className="visually-hidden">{tooltip}</span>}
      <span className={classes.text} aria-hidden={tooltip ? true : undefined}>
        <span className={classes.title}>
          <ClientMark colour={colour} size={10} />
          <span className={classes.name}>{title}</span>
        </span>
        {size === 'full' && <span className={classes.times}>{times}</span>}
      </span>
      {end && (
        <span className={classes.end} aria-hidden={tooltip && typeof end === 'string' ? true : undefined}>
          {end}
        </span>
      )}
    </div>
  );
}
