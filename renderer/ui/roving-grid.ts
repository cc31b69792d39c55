import type { KeyboardEvent } from 'react';

/** Where something that can have the focus stands: its day, and how far down in it. */
export interface Spot {
  readonly day: number;
  readonly top: number;
}

/**
 * Where a key leads from spot `at`: up and down within a day, left and right to the nearest of the next day that has
 * anything, Home and End to the first and last. With `perRow` days stand in rows, and up and down go on into the day
 * above or below. Null when the key leads nowhere.
 */
export function nextSpot(spots: readonly Spot[], at: number, key: string, perRow = 0): number | null {
  const here = spots[at];
  if (!here) return null;
  const order = spots.map((_, index) => index).sort((a, b) => compare(spots, a, b));
  if (key === 'Home') return order[0] ?? null;
  if (key === 'End') return order.at(-1) ?? null;
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const down = key === 'ArrowDown';
    const day = order.filter((index) => spots[index]?.day === here.day);
    const within = day[day.indexOf(at) + (down ? 1 : -1)];
    if (within !== undefined || perRow === 0) return within ?? null;
    const other = order.filter((index) => spots[index]?.day === here.day + (down ? perRow : -perRow));
    return (down ? other[0] : other.at(-1)) ?? null;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const way = key === 'ArrowRight' ? 1 : -1;
  const aside = order.filter((index) => ((spots[index]?.day ?? 0) - here.day) * way > 0);
  const distance = (index: number) => {
    const spot = spots[index] ?? here;
    return Math.abs(spot.day - here.day) * 100_000 + Math.abs(spot.top - here.top);
  };
  return aside.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function compare(spots: readonly Spot[], a: number, b: number): number {
  const [one, two] = [spots[a], spots[b]];
  if (!one || !two) return 0;
  return one.day - two.day || one.top - two.top || a - b;
}

/** Moves the focus among the children that carry `data-spot="day top"`. */
export function moveFocus(event: KeyboardEvent<HTMLElement>, perRow = 0): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-spot]')];
  const spots = items.map((item) => {
    const [day = 0, top = 0] = (item.dataset.spot ?? '').split(' ').map(Number);
    return { day, top };
  });
  const next = nextSpot(spots, items.indexOf(document.activeElement as HTMLElement), event.key, perRow);
  if (next === null) return;
  event.preventDefault();
  items[next]?.focus();
}
