import { HOUR } from './duration.ts';

const minutes15 = HOUR / 4;
const steps = [1, 2, 4, 8, 16, 20, 40, 80, 160, 200, 400, 800, 1_600, 2_000, 4_000, 8_000, 40_000].map(
  (quarters) => quarters * minutes15,
);

/** Lines for an axis of time from zero that holds `most` (ms): at most four steps, of lengths that people count in. */
export function hourLines(most: number): number[] {
  const step = steps.find((each) => each * 4 >= most) ?? Math.ceil(most / 4 / HOUR) * HOUR;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/**
 * Lines for an axis of whole numbers that holds `most`, and `least` where that is below zero: at most five steps of 1, 2
 * or 5 times a power of ten, none smaller than `unit`. In order, zero among them.
 */
export function roundLines(least: number, most: number, unit: number): number[] {
  const reach = Math.max(unit, Math.max(0, most) - Math.min(0, least));
  let step = unit;
  for (let turn = 0; Math.ceil(reach / step) > 4; turn++) step *= turn % 3 === 1 ? 2.5 : 2;
  const first = Math.floor(Math.min(0, least) / step);
  const last = Math.max(Math.ceil(Math.max(0, most) / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
