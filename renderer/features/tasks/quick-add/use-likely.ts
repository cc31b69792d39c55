import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import type { QuickAdd, QuickPart } from '#shared/domain/quick-add.ts';
import type { Took } from '#shared/domain/similar-tasks.ts';
import { useRead } from '../../../lib/queries.ts';

/** Milliseconds without a key before it is asked. */
const pause = 200;

export interface LikelyEstimate {
  /** What was typed, with the estimate that was taken over. */
  readonly typed: QuickAdd;
  /** What finished tasks like this one took, while there is no estimate yet. */
  readonly took: Took | null;
  /** Takes the median over. */
  readonly use: () => void;
  /** @returns whether the key took it over. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /** Takes back what was taken over. @returns whether this part was. */
  readonly decline: (part: QuickPart) => boolean;
  readonly reset: () => void;
}

/**
 * How long a task that is being written will probably take, for one whose client is known. It is looked up when the
 * typing rests; nothing waits for it.
 */
export function useLikely(clientId: string | null, typed: QuickAdd): LikelyEstimate {
  const [kept, setKept] = useState<{ readonly clientId: string; readonly minutes: number } | null>(null);
  const [known, setKnown] = useState<string | null>(null);
  const [title] = useDebouncedValue(typed.title, pause);
  const asks = clientId !== null && typed.title.length > 2 && title.length > 2;
  const { data, isPlaceholderData } = useRead(
    'tasks.similarToNew',
    { clientId: clientId ?? '', title, category: typed.category },
    { enabled: asks, keepPrevious: true },
  );
  // What one client's tasks took is never shown for another, not even until the answer comes.
  if (data !== undefined && !isPlaceholderData && known !== clientId) setKnown(clientId);
  const taken = kept !== null && kept.clientId === clientId ? kept.minutes : null;
  const estimateMinutes = typed.estimateMinutes ?? taken;
  const took = asks && estimateMinutes === null && known === clientId ? (data ?? null) : null;
  const use = () => {
    if (took && clientId) setKept({ clientId, minutes: took.median });
  };
  return {
    typed: { ...typed, estimateMinutes },
    took,
    use,
    onKey: (event) => {
      const meant = event.key.toLowerCase() === 'u' && (event.ctrlKey || event.metaKey);
      if (!took || !meant || event.shiftKey || event.altKey) return false;
      event.preventDefault();
      use();
      return true;
    },
    decline: (part) => {
      if (part !== 'estimate' || taken === null || typed.estimateMinutes !== null) return false;
      setKept(null);
      return true;
    },
    reset: () => setKept(null),
  };
}
