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
