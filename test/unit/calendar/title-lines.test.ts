import { describe, expect, it } from 'vitest';
import { titleLines as weekLines } from '#renderer/features/calendar/week/axis.ts';
import { titleLines } from '#renderer/ui/timeline/scale.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';

describe('lines of a title', () => {
  it('fill what an hour of the week has above its times, three at most', () => {
    expect([28, 58, 60, 80, 240].map(weekLines)).toEqual([1, 1, 2, 3, 3]);
  });

  it('leave one line for the times, and are never none', () => {
    const scale = { from: 0, to: 24 * HOUR, remPerHour: 4 };
    const lines = (minutes: number) => titleLines(scale, { from: HOUR, to: HOUR + minutes * MINUTE }, 1);
    expect([5, 30, 45, 60].map(lines)).toEqual([1, 1, 2, 3]);
  });
});
