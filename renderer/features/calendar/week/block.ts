import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';

/** What every block of a week needs to show itself. */
export interface BlockContext {
  readonly zone: string;
  readonly client: ClientCard;
  readonly entryOf: ReadonlySet<string>;
  /** Key of the block that takes part in the tab order. */
  readonly active: string | null;
  readonly openKey: string | null;
  readonly onOpen: (item: OccurrenceView, at: HTMLElement) => void;
  readonly onFocus: (key: string) => void;
}
