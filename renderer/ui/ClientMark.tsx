import type { ReactElement } from 'react';
import type { ClientColor } from '#shared/domain/clients.ts';
import classes from './ClientMark.module.css';

/** Shapes on a 16 × 16 field, drawn to look equally heavy. */
const SHAPES: Readonly<Record<ClientColor, ReactElement>> = {
  1: <circle cx="8" cy="8" r="6.4" />,
  2: <path d="M8 .6 15.4 8 8 15.4.6 8Z" />,
  3: <circle cx="8" cy="8" r="5.3" fill="none" stroke="currentColor" strokeWidth="3.2" />,
  4: <path d="M8 .8 14.4 4.4v7.2L8 15.2l-6.4-3.6V4.4Z" />,
  5: <path d="M8 1.2 15.4 14.4H.6Z" />,
  6: <path d="M5.4 1.2h5.2v4.2h4.2v5.2h-4.2v4.2H5.4v-4.2H1.2V5.4h4.2Z" />,
  7: <path d="M.8 12a7.2 7.2 0 0 1 14.4 0Z" />,
  8: <rect x="2" y="2" width="12" height="12" rx="1.6" />,
};

export interface ClientMarkProps {
  /** 1 to 8: each colour has its own shape, so that colour is never the only cue. */
  readonly colour: number;
  /** 10 in dense lines, 12 in rows and headings, 14 in the timer bar and dialogs. */
  readonly size?: 10 | 12 | 14 | 16;
}

/** A client's coloured shape. It says nothing to a screen reader: the name always stands beside it. */
export function ClientMark({ colour, size = 12 }: ClientMarkProps) {
  return (
    <svg
      className={classes.mark}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ color: `var(--client-${colour})`, width: `${size / 16}rem`, height: `${size / 16}rem` }}
      fill="currentColor"
    >
      {SHAPES[colour as ClientColor]}
    </svg>
  );
}
