import type { GapCause } from '#shared/domain/gap.ts';
import type { Span } from '#shared/domain/spans.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Store } from '../../store/store.ts';
import type { GapRepository } from './gap-rows.ts';
import type { TimeRepository } from './repository.ts';

/**
 * Writes down what the watch has found out about the running entry, inside its transaction. Every row it touches is
 * sealed: no older step of undo may take it back. Times are UTC milliseconds; each answer is the entry that runs now.
 */
export class Recorder {
  readonly #store: Store;
  readonly #entries: TimeRepository;
  readonly #gaps: GapRepository;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor(store: Store, entries: TimeRepository, gaps: GapRepository, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#entries = entries;
    this.#gaps = gaps;
    this.#clock = clock;
    this.#ids = ids;
  }

  /**
   * The timer ran over `span`. Where the clock was set back before, part of it may be wall-clock time that is tracked
   * already: that part becomes a gap, as one stretch of time cannot be billed twice.
   */
  pass(running: EntryView, span: Span): EntryView {
    let entry = running;
    let from = span.from;
    if (entry.startedAt > from) {
      this.#twice(entry, { from, to: Math.min(span.to, entry.startedAt) });
      from = entry.startedAt;
    }
    while (from < span.to) {
      const met = this.#entries.firstStarting({ from, to: span.to }, entry.id);
      if (!met) break;
      const free = this.#entries.freeFrom(met.startedAt, entry.id);
      entry = this.#cut(entry, met.startedAt, free);
      this.#twice(entry, { from: met.startedAt, to: Math.min(span.to, free) });
      from = free;
    }
    return entry;
  }

  /**
   * Takes `gap` out of the running entry; the work goes on at the gap's end. What a person has entered over time before
   * `known`, the last sign of life, stays beside the running entry as they wanted it.
   */
  carve(running: EntryView, gap: Span, cause: GapCause, known: number): EntryView {
    this.#insert(running, gap, cause);
    return this.#cut(running, gap.from, gap.to < known ? gap.to : this.#entries.freeFrom(gap.to, running.id));
  }

  /** The clock was set back: the entry ends at `at`, and goes on at the next free moment from `to` on. */
  setBack(running: EntryView, at: number, to: number): EntryView {
    this.#insert(running, { from: to, to }, 'clock_back');
    const isFree = this.#entries.freeFrom(to, running.id);
    // The entry itself may be what covers that moment, once it has ended.
    const own = running.startedAt <= isFree && isFree < at;
    return this.#cut(running, at, own ? this.#entries.freeFrom(at, running.id) : isFree);
  }

  /** The person was not back at the end of the gap before the running entry: it lasts until `to`. False without one. */
  prolong(running: EntryView, to: number): boolean {
    const gap = this.#gaps.openEnding(running.startedAt, running.clientId, false);
    if (!gap) return false;
    this.#gaps.extend(gap.id, to);
    this.#store.seal('time_gaps', gap.id);
    this.#move(running, this.#entries.freeFrom(to, running.id));
    return true;
  }

  #twice(entry: EntryView, span: Span): void {
    if (span.to <= span.from) return;
    const growing = this.#gaps.openEnding(span.from, entry.clientId, true);
    if (growing) {
      this.#gaps.extend(growing.id, span.to);
      this.#store.seal('time_gaps', growing.id);
    } else this.#insert(entry, span, 'clock_back');
  }

  #insert(entry: EntryView, span: Span, cause: GapCause): void {
    const { clientId, taskId, note, category, workKindId, billable } = entry;
    const id = this.#ids.next();
    this.#gaps.insert(
      {
        ...{ clientId, taskId, note, category, workKindId, billable, cause, id },
        ...{ entryId: entry.id, from: span.from, to: span.to, zone: this.#clock.zone() },
      },
      this.#clock.now(),
    );
    this.#store.seal('time_gaps', id);
  }

  /** Ends the entry at `at` and goes on at `on`; an empty one only moves. */
  #cut(entry: EntryView, at: number, on: number): EntryView {
    if (at <= entry.startedAt) return this.#move(entry, on);
    const now = this.#clock.now();
    this.#entries.update(entry.id, { endedAt: at }, now);
    this.#store.seal('time_entries', entry.id);
    const { clientId, taskId, note, category, workKindId, billable } = entry;
    const next = {
      ...{ clientId, taskId, note, category, workKindId, billable, id: this.#ids.next() },
      ...{ startedAt: on, endedAt: null, zone: this.#clock.zone() },
      ...({ source: 'timer', eventKey: null } as const),
    };
    this.#entries.insert(next, now);
    this.#store.seal('time_entries', next.id);
    return this.#read(next.id);
  }

  #move(entry: EntryView, startedAt: number): EntryView {
    if (startedAt === entry.startedAt) return entry;
    this.#entries.update(entry.id, { startedAt }, this.#clock.now());
    this.#store.seal('time_entries', entry.id);
    return this.#read(entry.id);
  }

  #read(id: string): EntryView {
    const entry = this.#entries.byId(id);
    if (!entry) throw new AppError('not_found');
    return entry;
  }
}
