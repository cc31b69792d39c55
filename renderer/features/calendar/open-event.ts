import type { OccurrenceView } from '#shared/ipc/calendar.ts';

/** The event whose details are open, and the block they hang on. */
export interface OpenEvent {
  readonly item: OccurrenceView;
  readonly at: HTMLElement;
}
