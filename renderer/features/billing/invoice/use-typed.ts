import { useState } from 'react';

/**
 * Text of a field while it is typed in; saved when the field is left, and only if it changed. What `save` answers
 * false to stays there to be mended.
 */
export function useTyped(saved: string, save: (text: string) => unknown) {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? saved,
    type: setTyped,
    /** Back to what is saved. */
    cancel: () => setTyped(null),
    finish: () => {
      if (typed !== null && typed !== saved && save(typed) === false) return;
      setTyped(null);
    },
  };
}
