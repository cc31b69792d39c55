import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { HOUR } from '#shared/domain/duration.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { Scale } from '../../../ui/timeline/scale.ts';

/** What is kept above and below what is in sight, so that the arrows always have somewhere to go. */
const margin = 0.25 * HOUR;
const step = HOUR / 4;

/**
 * The part of a day that is in sight, with a margin, in steps of a quarter of an hour; null before the first layout.
 * A crowded day draws only that. Another day begins with the part that was in sight of the one before, so that it is
 * drawn at once.
 */
export function useWindow(scroller: RefObject<HTMLElement | null>, scale: Scale): Span | null {
  const [sight, setSight] = useState<Span | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = () => {
      const perPixel = (scale.to - scale.from) / Math.max(1, element.scrollHeight);
      const top = element.scrollTop * perPixel - margin;
      const bottom = (element.scrollTop + element.clientHeight) * perPixel + margin;
      const from = Math.floor(top / step) * step;
      const to = Math.ceil(bottom / step) * step;
      setSight((old) => (old?.from === from && old.to === to ? old : { from, to }));
    };
    update();
    element.addEventListener('scroll', update, { passive: true });
    const resized = new ResizeObserver(update);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', update);
      resized.disconnect();
    };
  }, [scroller, scale]);
  return useMemo(
    () => sight && { from: scale.from + sight.from, to: scale.from + sight.to },
    [sight, scale.from],
  );
}
