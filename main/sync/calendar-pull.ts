import type { RemoteEventChange } from '../ports/calendar-gateway.ts';
import { type PageEnd, RemoteError } from '../ports/remote.ts';
import { type CalendarRow, CalendarRows } from './calendar-rows.ts';
import { EventRows } from './event-rows.ts';
import type { Progress, SyncParts } from './parts.ts';
import { inSlices, untilDone } from './slices.ts';

/** Keeps the local copy of calendars equal to the remote one. */
export class CalendarPull {
  readonly #parts: SyncParts;
  readonly #calendars: CalendarRows;
  readonly #events: EventRows;
  /** Newer cursors of deltas without content: good to use, not worth a write. */
  readonly #fresh = new Map<number, { readonly stored: string; readonly cursor: string }>();

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#calendars = new CalendarRows(parts.store.sql);
    this.#events = new EventRows(parts.store.sql);
  }

  /** From the cursor if there is one, else, or when it is too old, everything. Throws RemoteError. */
  async pull(calendar: CalendarRow, progress: Progress, signal: AbortSignal): Promise<void> {
    await this.sweep(calendar);
    try {
      await this.#changesOrEverything(calendar, progress, signal);
    } catch (error) {
      if (!(error instanceof RemoteError) || error.problem !== 'gone') throw error;
      this.#lose(calendar);
      const lost = this.#calendars.get(calendar.seq);
      if (lost) await this.sweep(lost);
    }
  }

  async #changesOrEverything(calendar: CalendarRow, progress: Progress, signal: AbortSignal): Promise<void> {
    try {
      if (calendar.cursor === null) await this.#everything(calendar, progress, signal);
      else await this.#changes(calendar, calendar.cursor, progress, signal);
    } catch (error) {
      if (!(error instanceof RemoteError) || error.problem !== 'cursor_expired') throw error;
      this.#parts.logger.info('sync.calendar.again', { calendar: calendar.id });
      await this.#everything(calendar, progress, signal);
    }
  }

  /** Deletes rows that nobody sees any more, a few at a time. */
  async sweep(calendar: CalendarRow): Promise<void> {
    const { store } = this.#parts;
    await untilDone(() => {
      const generation = this.#events.otherGeneration(calendar.seq, calendar.generation);
      return generation !== null && store.write(() => this.#events.sweep(calendar.seq, generation));
    });
  }

  async #everything(calendar: CalendarRow, progress: Progress, signal: AbortSignal): Promise<void> {
    const { store, clock } = this.#parts;
    const visible = this.#calendars.get(calendar.seq)?.generation ?? calendar.generation;
    const generation = visible + 1;
    await untilDone(() => store.write(() => this.#events.sweep(calendar.seq, generation)));
    let end: PageEnd = { nextPage: null, nextCursor: null };
    do {
      end = await this.#page(calendar, null, end.nextPage, signal, (batch) => {
        store.stage(() => {
          for (const change of batch) this.#events.apply(calendar.seq, generation, change);
        });
        progress(batch.length);
      });
    } while (end.nextPage !== null);

    const shown = store.write((announce) => {
      // Meanwhile the calendar may have been taken from its client or lost: then nothing becomes visible.
      const now = this.#calendars.get(calendar.seq);
      if (!now || now.clientId === null || now.generation !== visible) return false;
      this.#calendars.show(calendar.seq, generation, end.nextCursor, clock.now());
      announce('calendar', now.clientId);
      return true;
    });
    const old = shown ? visible : generation;
    await untilDone(() => store.write(() => this.#events.sweep(calendar.seq, old)));
  }

  async #changes(
    calendar: CalendarRow,
    stored: string,
    progress: Progress,
    signal: AbortSignal,
  ): Promise<void> {
    const fresh = this.#fresh.get(calendar.seq);
    const cursor = fresh?.stored === stored ? fresh.cursor : stored;
    const changes: RemoteEventChange[] = [];
    let end: PageEnd = { nextPage: null, nextCursor: null };
    do {
      const before = changes.length;
      end = await this.#page(
        calendar,
        cursor,
        end.nextPage,
        signal,
        (batch) => {
          changes.push(...batch);
          progress(batch.length);
        },
        () => {
          // A page that is fetched again hands over its items again.
          changes.length = before;
        },
      );
    } while (end.nextPage !== null);
    const next = end.nextCursor;
    if (next === null) throw new RemoteError('failed');
    if (changes.length === 0) {
      this.#fresh.set(calendar.seq, { stored, cursor: next });
      return;
    }
    await this.#apply(calendar, changes, next);
  }

  /**
   * A small delta is one transaction with its cursor. A large one is cut so that it never holds the event
   * loop; the cursor comes with the last cut, and a crash between repeats the delta, which changes nothing,
   * because each row is replaced as a whole.
   */
  async #apply(calendar: CalendarRow, changes: readonly RemoteEventChange[], cursor: string): Promise<void> {
    const { store, clock } = this.#parts;
    const { seq, generation } = calendar;
    let left = changes.length;
    const removed = changes.filter((change) => change.kind === 'removed');
    await inSlices(
      changes,
      () => clock.monotonic(),
      (work) =>
        store.write((announce) => {
          const now = this.#calendars.get(seq);
          if (!now || now.clientId === null || now.generation !== generation) return false;
          work();
          announce('calendar', now.clientId);
          if (left > 0) return true;
          // Exceptions that arrived after the end of their series go with it.
          for (const change of removed)
            if (change.kind === 'removed') this.#events.remove(seq, generation, change.id);
          this.#calendars.keepCursor(seq, cursor);
          return true;
        }),
      (change) => {
        this.#events.apply(seq, generation, change);
        left -= 1;
      },
    );
  }

  #page(
    calendar: CalendarRow,
    cursor: string | null,
    page: string | null,
    signal: AbortSignal,
    take: (batch: readonly RemoteEventChange[]) => void,
    restart: () => void = () => {},
  ): Promise<PageEnd> {
    const { backoff, calendars } = this.#parts;
    return backoff.run(calendar.accountId, signal, () => {
      restart();
      return calendars.events(calendar.accountId, calendar.remoteId, { cursor, page }, take, signal);
    });
  }

  #lose(calendar: CalendarRow): void {
    this.#parts.store.write((announce) => {
      if (this.#calendars.lose(calendar.accountId, calendar.remoteId))
        announce('calendar', calendar.clientId);
    });
  }
}
