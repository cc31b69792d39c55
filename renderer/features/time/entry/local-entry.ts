import { useState } from 'react';
import { dateIn } from '#shared/domain/clock-format.ts';
import { type Occurrence, type Resolved, resolveLocal } from '#shared/domain/local-time.ts';

export interface LocalEntry {
  readonly date: string;
  readonly time: string;
  readonly occurrence: Occurrence | null;
  readonly set: (changes: Partial<Pick<LocalEntry, 'date' | 'time' | 'occurrence'>>) => void;
  /** What date and time mean; null while the time cannot be read. */
  readonly resolved: Resolved | null;
  /** UTC milliseconds; null while that is not clear. */
  readonly at: number | null;
}

/** A date and time of day as they are typed in a zone, beginning at `start` (UTC milliseconds). */
export function useLocalEntry(start: number, zone: string, time: string): LocalEntry {
  const [values, setValues] = useState<Pick<LocalEntry, 'date' | 'time' | 'occurrence'>>({
    date: dateIn(start, zone),
    time,
    occurrence: null,
  });
  const resolved = isTime(values.time) ? resolveLocal(values.date, values.time, zone) : null;
  const which = values.occurrence;
  return {
    ...values,
    set: (changes) => setValues((old) => ({ ...old, occurrence: null, ...changes })),
    resolved,
    at: resolved?.kind === 'one' ? resolved.at : resolved?.kind === 'two' && which ? resolved[which] : null,
  };
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
