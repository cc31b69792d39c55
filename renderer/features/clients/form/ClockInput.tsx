import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readClock } from '#shared/domain/clock-text.ts';

export interface ClockInputProps {
  /** Spoken name; the visible one stands beside the row. */
  readonly label: string;
  /** `HH:MM`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
}

/** A time of day that is typed: `9`, `930` and `9:30` all do; what cannot be read goes on as it is, to be refused. */
export function ClockInput({ label, value, onChange, invalid = false }: ClockInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      size="sm"
      w="4.25rem"
      aria-label={label}
      error={invalid}
      inputMode="numeric"
      value={typed ?? value}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(readClock(text) ?? text);
      }}
      onBlur={() => setTyped(null)}
      styles={{ input: { fontVariantNumeric: 'tabular-nums', textAlign: 'center' } }}
    />
  );
}
