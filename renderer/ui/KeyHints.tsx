import { Kbd } from './Kbd.tsx';
import classes from './KeyHints.module.css';

export interface KeyHint {
  readonly keys: readonly string[];
  /** What the keys do: "move", "open". */
  readonly label: string;
}

/** A line of keys and what they do; shows while the keyboard is in use, keeps its room otherwise. */
export function KeyHints({ hints }: { readonly hints: readonly KeyHint[] }) {
  return (
    <span className={`${classes.root} key-hints`} aria-hidden="true">
      {hints.map((hint) => (
        <span key={hint.label} className={classes.hint}>
          <Kbd keys={hint.keys} />
          <span>{hint.label}</span>
        </span>
      ))}
    </span>
  );
}
