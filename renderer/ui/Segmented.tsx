import { type ReactNode, useId } from 'react';
import classes from './Segmented.module.css';

export interface SegmentedProps<Value extends string> {
  /** What is chosen here, for screen readers: "Group by". */
  readonly label: string;
  readonly options: ReadonlyArray<{ readonly value: Value; readonly label: ReactNode }>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A small choice of views or groupings: native radios, so arrow keys move through it. */
export function Segmented<Value extends string>({ label, options, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes.root}>
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={classes.option}
          data-active={option.value === value || undefined}
        >
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
