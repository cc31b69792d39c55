import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { EntryView, StartInput } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Announce, Store } from '../../store/store.ts';
import { eventOf, noteOf } from './event-of.ts';
import type { GapRepository } from './gap-rows.ts';
import type { NewEntry, TimeRepository } from './repository.ts';
import { subjectOf } from './subject.ts';
import type { TimerWatch } from './watch.ts';

const label = (key: string) => ({ key: `undo.${key}`, values: {} });

export interface TimerDeps {
  readonly store: Store;
  readonly entries: TimeRepository;
  readonly gaps: GapRepository;
  readonly agenda: Agenda;
  readonly watch: TimerWatch;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** The timer: starting, stopping, switching. At most one runs; the database would refuse a second. */
export class TimerService {
  readonly #store: Store;
  readonly #entries: TimeRepository;
  readonly #gaps: GapRepository;
  readonly #agenda: Agenda;
  readonly #watch: TimerWatch;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor({ store, entries, gaps, agenda, watch, clock, ids }: TimerDeps) {
    this.#store = store;
    this.#entries = entries;
    this.#gaps = gaps;
    this.#agenda = agenda;
    this.#watch = watch;
    this.#clock = clock;
    this.#ids = ids;
  }

  running(): EntryView | null {
    return this.#entries.running();
  }

  /** What was tracked last and has ended; null before there is any. */
  last(): EntryView | null {
    return this.#entries.latest();
  }

  /**
   * Starts a timer now, in the computer's zone; one that runs ends in the same transaction. When the same
   * work runs already, nothing changes. Over time that is tracked already, as after a clock that was set back, it
   * begins at the end of that. Throws `not_found` for an unknown client or task.
   */
  start(input: StartInput, told: 'timerStarted' | 'timerSwitched' = 'timerStarted'): EntryView {
    return this.#start(input, told, null);
  }

  /**
   * Starts a timer now on the event occurrence `key` that starts at `start`, UTC milliseconds; the event counts as an
   * entry from then on. Throws `conflict` when it already is one, has not begun, is over or lasts whole days,
   * `not_found` when it is gone.
   */
  startOnEvent(key: string, start: number): EntryView {
    if (this.#entries.byEvent(key)) throw new AppError('conflict', { reason: 'time.eventTaken' });
    const event = eventOf(this.#agenda, this.#clock.zone(), key, start);
    const now = this.#clock.now();
    if (event.start > now) throw new AppError('conflict', { reason: 'time.eventLater' });
    if (event.end <= now) throw new AppError('conflict', { reason: 'time.eventOver' });
    return this.#start({ clientId: event.clientId, note: noteOf(event) }, 'timerStarted', key);
  }

  #start(
    input: StartInput,
    told: 'timerStarted' | 'timerSwitched',
    eventKey: string | null,
    billable = true,
  ): EntryView {
    const { at } = this.#watch.observe({ acting: true });
    return this.#store.act(label(told), (announce) => {
      const subject = subjectOf(this.#entries, input);
      const running = this.#entries.running();
      if (running && isSame(running, subject)) {
        if (eventKey === null || running.eventKey !== null) return running;
        this.#entries.linkEvent(running.id, eventKey);
        announce('time', running.clientId);
        return this.#read(running.id);
      }
      if (running) this.#close(running, at, announce);
      const entry: NewEntry = {
        ...subject,
        id: this.#ids.next(),
        startedAt: this.#entries.freeFrom(at),
        endedAt: null,
        zone: this.#clock.zone(),
        source: 'timer',
        eventKey,
        billable,
      };
      this.#entries.insert(entry, this.#clock.now());
      announce('time', entry.clientId);
      const started = this.#read(entry.id);
      this.#watch.begin(started, at);
      return started;
    });
  }

  /** Ends the running entry now; null when none runs. */
  stop(): EntryView | null {
    const { at } = this.#watch.observe({ acting: true });
    return this.#store.act(label('timerStopped'), (announce) => {
      const running = this.#entries.running();
      return running && this.#close(running, at, announce);
    });
  }

  /**
   * Ends the running entry at an earlier moment, UTC milliseconds. Throws `not_found` when it no longer runs,
   * `invalid_input` at `at` when that is not between its start and now.
   */
  stopAt(id: string, at: number): EntryView {
    const observed = this.#watch.observe({ acting: true });
    return this.#store.act(label('timerStopped'), (announce) => {
      const running = this.#entries.running();
      if (running?.id !== id) throw new AppError('not_found');
      if (at < running.startedAt || at > observed.at) throw invalidField('at', 'time.notWithin');
      return this.#close(running, at, announce);
    });
  }

  /** Starts again what was tracked last, billable or not as it was. Throws `conflict` when there is nothing yet. */
  resume(): EntryView {
    const running = this.#entries.running();
    if (running) return running;
    const last = this.#entries.latest();
    if (!last) throw new AppError('conflict', { reason: 'time.nothingToResume' });
    const { clientId, taskId, note, category, workKindId, billable } = last;
    return this.#start({ clientId, taskId, note, category, workKindId }, 'timerStarted', null, billable);
  }

  /** An empty piece that a gap has left, or that would lie ahead, goes: the gap says what there was. */
  #close(running: EntryView, at: number, announce: Announce): EntryView {
    announce('time', running.clientId);
    if (running.startedAt > at || (running.startedAt === at && this.#gaps.endsAt(at))) {
      this.#entries.delete(running.id);
      return { ...running, endedAt: running.startedAt };
    }
    this.#entries.update(running.id, { endedAt: at }, this.#clock.now());
    return this.#read(running.id);
  }

  #read(id: string): EntryView {
    const entry = this.#entries.byId(id);
    if (!entry) throw new AppError('not_found');
    return entry;
  }
}

function isSame(running: EntryView, wanted: Pick<NewEntry, 'clientId' | 'taskId' | 'note'>): boolean {
  return (
    running.clientId === wanted.clientId && running.taskId === wanted.taskId && running.note === wanted.note
  );
}
