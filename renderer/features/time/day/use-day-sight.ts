import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '#shared/domain/spans.ts';
import type { DayView } from '#shared/ipc/time.ts';
import { opensAt, sightFrom } from './sight.ts';

/** What was measured last, in milliseconds of a day. */
interface Shown extends Span {
  readonly date: string;
  readonly height: number;
}

interface DaySight {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** With a margin; null before the first layout. A crowded day draws only that. */
  readonly inSight: Span | null;
}

/**
 * Scrolls each day to where it opens and tells what of it is in sight. Of another day that is reckoned before it is
 * laid out, so that its blocks are drawn once.
 * @param first where the day's first entry begins; null when it has none.
 */
export function useDaySight(day: DayView, first: number | null, now: number): DaySight {
  const scroller = useRef<HTMLDivElement>(null);
  const opened = useRef<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const { date, from, to } = day;
  if (shown && shown.date !== date) {
    const top = opensAt(day, first, now, shown.height) - from;
    setShown({ date, height: shown.height, ...sightFrom(top, shown.height) });
  }
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || opened.current === date) return;
    opened.current = date;
    const perPixel = (to - from) / Math.max(1, element.scrollHeight);
    const top = opensAt(day, first, now, element.clientHeight * perPixel);
    element.scrollTop = (top - from) / perPixel;
  }, [day, date, from, to, first, now]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const update = () => {
      const perPixel = (to - from) / Math.max(1, element.scrollHeight);
      const height = element.clientHeight * perPixel;
      const next = { date, height, ...sightFrom(element.scrollTop * perPixel, height) };
      setShown((old) => (old && same(old, next) ? old : next));
    };
    update();
    element.addEventListener('scroll', update, { passive: true });
    const resized = new ResizeObserver(update);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', update);
      resized.disconnect();
    };
  }, [date, from, to]);
  const drawnFrom = shown?.from ?? null;
  const drawnTo = shown?.to ?? null;
  const inSight = useMemo(
    () => (drawnFrom === null || drawnTo === null ? null : { from: from + drawnFrom, to: from + drawnTo }),
    [drawnFrom, drawnTo, from],
  );
  return { scroller, inSight };
}

function same(a: Shown, b: Shown): boolean {
  return a.date === b.date && a.from === b.from && a.to === b.to && Math.abs(a.height - b.height) < 1;
}
