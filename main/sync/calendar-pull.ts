import type { EventsPage, RemoteEventChange } from '../ports/calendar-gateway.ts';
import { RemoteError } from '../ports/remote.ts';
import { type CalendarRow, CalendarRows } from './calendar-rows.ts';
import { EventRows } from './event-rows.ts';
import type { Progress, SyncParts } from './parts.ts';
import { inSlices, untilDone } from './slices.ts';

/**
 * So many rows of a full list are stored together. They lie all over the index of remote ids, so that each batch
 * writes most of it anew: fewer and larger ones cost a first sync a good deal less.
 */
const BATCH = 5_000;

/** Keeps the local copy of calendars equal to the remote one. */
export class CalendarPull {
  readonly #parts: SyncParts;
  readonly #calendars: CalendarRows;
  readonly #events: EventRows;

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
    let cursor: string | null = null;
    let batch: RemoteEventChange[] = [];
    const stage = () => {
      store.stage(batch, (change) => this.#events.apply(calendar.seq, generation, change));
      batch = [];
    };
    for await (const page of this.#pages(calendar, null, signal)) {
      for (const change of page.changes) batch.push(change);
      if (batch.length >= BATCH) stage();
      progress(page.changes.length);
      cursor = page.nextCursor;
    }
    stage();

    const shown = store.write((announce) => {
      // Meanwhile the calendar may have been taken from its client or lost: then nothing becomes visible.
      const now = this.#calendars.get(calendar.seq);
      if (!now || now.clientId === null || now.generation !== visible) return false;
      this.#calendars.show(calendar.seq, generation, cursor, clock.now());
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
    const { fresh } = this.#parts;
    const newer = fresh.get(calendar.seq);
    const cursor = newer?.stored === stored ? newer.cursor : stored;
    const changes: RemoteEventChange[] = [];
    let next: string | null = null;
    for await (const page of this.#pages(calendar, cursor, signal)) {
      changes.push(...page.changes);
      progress(page.changes.length);
      next = page.nextCursor;
    }
    if (next === null) throw new RemoteError('failed');
    if (changes.length === 0) {
      fresh.set(calendar.seq, { stored, cursor: next });
      return;
    }
    await this.#apply(calendar, changes, next);
  }

  /**
   * A small delta is one transaction with its cursor. A large one is cut so that nobody waits for it;
   * the cursor comes with the last cut, and a crash between repeats the delta, which changes nothing,
   * because each row is replaced as a whole.
   */
  async #apply(calendar: CalendarRow, changes: readonly RemoteEventChange[], cursor: string): Promise<void> {
    const { store } = this.#parts;
    const { seq, generation } = calendar;
    let left = changes.length;
    const removed = changes.filter((change) => change.kind === 'removed');
    await inSlices(
      changes,
      () => store.wanted(),
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

  /**
   * The pages of a list or delta, one after the other. The next one is asked for before the last is given out, so
   * that the service works on it while this one is stored.
   */
  async *#pages(
    calendar: CalendarRow,
    cursor: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<EventsPage, void> {
    const { backoff, calendars } = this.#parts;
    const { accountId, remoteId } = calendar;
    const abandon = new AbortController();
    const either = AbortSignal.any([signal, abandon.signal]);
    const ask = (page: string | null) => {
      const asked = backoff.run(accountId, either, () =>
        calendars.events(accountId, remoteId, { cursor, page }, either),
      );
      // Its failure is told to whoever waits for the page; nobody does when the page before could not be stored.
      asked.catch(() => {});
      return asked;
    };
    try {
      let next: Promise<EventsPage> | null = ask(null);
      while (next) {
        const page: EventsPage = await next;
        next = page.nextPage === null ? null : ask(page.nextPage);
        yield page;
      }
    } finally {
      abandon.abort();
    }
  }

  #lose(calendar: CalendarRow): void {
    this.#parts.store.write((announce) => {
      if (this.#calendars.lose(calendar.accountId, calendar.remoteId))
        announce('calendar', calendar.clientId);
    });
  }
}
