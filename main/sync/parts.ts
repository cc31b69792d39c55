import type { CalendarGateway } from '../ports/calendar-gateway.ts';
import type { Clock } from '../ports/clock.ts';
import type { DriveGateway } from '../ports/drive-gateway.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Logger } from '../ports/logger.ts';
import type { Store } from '../store/store.ts';
import type { Backoff } from './backoff.ts';

/** What the pulls work with. */
export interface SyncParts {
  readonly store: Store;
  readonly calendars: CalendarGateway;
  readonly drive: DriveGateway;
  readonly backoff: Backoff;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
}

/** Counts what a run has seen; called often, so it must be cheap. */
export type Progress = (seen: number) => void;
