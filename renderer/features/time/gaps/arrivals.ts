import { useEffect, useRef } from 'react';
import { MINUTE } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';

/** The night is settled before the window loads: what was noticed so shortly before belongs to this start. */
const shortly = MINUTE;

/**
 * Calls `onArrival` once for a gap that was noticed while this window was open. One that waited before, or whose
 * answer was undone, is no arrival.
 */
export function useArrivals(gaps: readonly OpenGap[] | undefined, onArrival: (gap: OpenGap) => void): void {
  const known = useRef<Set<string> | null>(null);
  const tell = useRef(onArrival);
  useEffect(() => {
    tell.current = onArrival;
  });
  useEffect(() => {
    if (!gaps) return;
    const before = known.current;
    const arrived = gaps.filter(({ id, noticedAt }) =>
      before ? !before.has(id) : noticedAt >= performance.timeOrigin - shortly,
    );
    known.current = new Set([...(before ?? []), ...gaps.map(({ id }) => id)]);
    if (arrived[0]) tell.current(arrived[0]);
  }, [gaps]);
}
