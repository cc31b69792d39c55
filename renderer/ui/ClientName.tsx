import { cx } from '../lib/cx.ts';
import { type ClientColour, ClientMark } from './ClientMark.tsx';
import classes from './ClientName.module.css';

export interface ClientNameProps {
  readonly name: string;
  readonly colour: ClientColour;
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

/** Two letters for a client where there is no room for the name: `Northwind Bakery` → `NB`, `Harbour` → `HA`. */
export function clientCode(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const [first = '', second] = words;
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}
