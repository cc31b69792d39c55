import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readClock } from '#shared/domain/clock-text.ts';

export interface ClockFieldProps {
  readonly label: string;
  /** `HH:MM`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly autoFocus?: boolean;
}

/** A time of day that is typed: `9`, `930` and `9:30` all do; what cannot be read goes on as it is, to be refused. */
export function ClockField({ label, value, onChange, error, autoFocus = false }: ClockFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      label={label}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readClock(event.currentTarget.value) ?? event.currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
      onFocus={(event) => event.currentTarget.select()}
      styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
    />
  );
}
