/** Asks the page to open the question of one gap; `features/time/gaps/GapHost.tsx` listens. */
export const reviewEvent = 'clientele:review';

/** Opens the question what the time of this gap was. */
export function reviewGap(id: string): void {
  window.dispatchEvent(new CustomEvent(reviewEvent, { detail: id }));
}
