import { Input } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Field.module.css';

export interface FieldProps {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** What is wrong and how to put it right; it is read out with the field. */
  readonly error?: ReactNode;
  readonly required?: boolean;
  /** Id of the control inside, so that the label points at it. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

/**
 * Label above, control, message below, for controls of our own. Mantine's inputs (`TextInput`, `Select`, …) carry the
 * same look through their `label`, `description` and `error` props and need no Field.
 */
export function Field({ label, description, error, required = false, htmlFor, children }: FieldProps) {
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      withAsterisk={required}
      data-error={error ? true : undefined}
      {...(htmlFor ? { id: htmlFor, labelElement: 'label' as const } : { labelElement: 'div' as const })}
    >
      {children}
    </Input.Wrapper>
  );
}

/**
 * Fields side by side that wrap under each other when there is no room. `level`: what is said above them may take more
 * or fewer lines, and the boxes still stand in one line.
 */
export function FieldRow({ level, children }: { readonly level?: boolean; readonly children: ReactNode }) {
  return (
    <div className={classes.row} data-level={level || undefined}>
      {children}
    </div>
  );
}
