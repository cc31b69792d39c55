import { cx } from '../lib/cx.ts';
import { ClientMark } from './ClientMark.tsx';
import classes from './ClientName.module.css';

export interface ClientNameProps {
  readonly name: string;
  readonly colour: number;
  readonly strong?: boolean;
  readonly size?: 10 | 12 | 14 | 16;
}

/** A client's shape and name; a long name ends in an ellipsis and shows in full on hover. */
export function ClientName({ name, colour, strong = false, size = 12 }: ClientNameProps) {
  return (
    <span className={classes.root}>
      <ClientMark colour={colour} size={size} />
      <span className={cx(classes.name, strong && classes.strong)} title={name}>
        {name}
      </span>
    </span>
  );
}
