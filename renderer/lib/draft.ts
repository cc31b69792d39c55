import { useCallback, useMemo, useState } from 'react';

export type DraftErrors = Readonly<Record<string, string>>;

/** What a person is typing: it survives a refused save, and knows what differs from what is stored. */
export interface Draft<Values extends object> {
  readonly values: Values;
  readonly errors: DraftErrors;
  /** Sets one field and takes away what was said about it. */
  readonly set: <Key extends keyof Values & string>(key: Key, value: Values[Key]) => void;
  readonly setErrors: (errors: DraftErrors) => void;
  /** The message at a field's path, such as `contacts.0.email`. */
  readonly error: (path: string) => string | undefined;
  readonly dirty: boolean;
  /** The fields that differ from the start. */
  readonly changes: Partial<Values>;
  /** Begins again, from new values if given. */
  readonly reset: (values?: Values) => void;
}

export function useDraft<Values extends object>(start: Values): Draft<Values> {
  const [initial, setInitial] = useState(start);
  const [values, setValues] = useState(start);
  const [errors, setErrors] = useState<DraftErrors>({});

  const set = useCallback(<Key extends keyof Values & string>(key: Key, value: Values[Key]) => {
    setValues((old) => ({ ...old, [key]: value }));
    setErrors((old) => without(old, key));
  }, []);
  const reset = useCallback(
    (next: Values = initial) => {
      setInitial(next);
      setValues(next);
      setErrors({});
    },
    [initial],
  );
  const changes = useMemo(() => differences(initial, values), [initial, values]);
  return {
    values,
    errors,
    set,
    setErrors,
    error: (path) => errors[path],
    dirty: Object.keys(changes).length > 0,
    changes,
    reset,
  };
}

function without(errors: DraftErrors, key: string): DraftErrors {
  const kept = Object.entries(errors).filter(([path]) => path !== key && !path.startsWith(`${key}.`));
  return kept.length === Object.keys(errors).length ? errors : Object.fromEntries(kept);
}

/** Values are plain data in a fixed order of keys, so their text decides. */
function differences<Values extends object>(from: Values, to: Values): Partial<Values> {
  const changed = Object.entries(to).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(from[key as keyof Values]),
  );
  return Object.fromEntries(changed) as Partial<Values>;
}
