import { describe, expect, it } from 'vitest';
import { nextSpot } from '#renderer/ui/roving-grid.ts';

const spots = [
  { day: 0, top: 600 },
  { day: 0, top: 540 },
  { day: 3, top: 560 },
  { day: 3, top: 900 },
  { day: 7, top: 0 },
];

describe('arrow keys over a week', () => {
  it('goes down and up a day by time, whatever the order in the page', () => {
    expect(nextSpot(spots, 1, 'ArrowDown')).toBe(0);
    expect(nextSpot(spots, 0, 'ArrowUp')).toBe(1);
    expect(nextSpot(spots, 0, 'ArrowDown')).toBeNull();
  });

  it('goes aside to what stands nearest in the next day that has anything', () => {
    expect(nextSpot(spots, 1, 'ArrowRight')).toBe(2);
    expect(nextSpot(spots, 3, 'ArrowLeft')).toBe(0);
    expect(nextSpot(spots, 0, 'ArrowLeft')).toBeNull();
  });

  it('goes to the first and the last', () => {
    expect(nextSpot(spots, 3, 'Home')).toBe(1);
    expect(nextSpot(spots, 0, 'End')).toBe(4);
    expect(nextSpot(spots, 0, 'x')).toBeNull();
  });

  it('goes on into the week below and back, where days stand in rows', () => {
    expect(nextSpot(spots, 0, 'ArrowDown', 7)).toBe(4);
    expect(nextSpot(spots, 4, 'ArrowUp', 7)).toBe(0);
  });
});
