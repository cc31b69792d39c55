import type { CalendarGateway } from '../ports/calendar-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { DriveGateway } from '../ports/drive-gateway.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Logger } from '../ports/logger.ts';
import type { Backoff } from './backoff.ts';
import type { SyncStore } from './sync-store.ts';

/** What the pulls work with. */
export interface SyncParts {
  readonly store: SyncStore;
  readonly calendars: CalendarGateway;
  readonly drive: DriveGateway;
  readonly backoff: Backoff;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly fresh: FreshCursors;
}

/** Newer cursors of deltas without content, by calendar: good to use, not worth a write. */
export type FreshCursors = Map<number, { readonly stored: string; readonly cursor: string }>;

/** Counts what a run has seen; called often, so it must be cheap. */
export type Progress = (seen: number) => void;
