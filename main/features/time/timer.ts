import { AppError } from '#shared/ipc/errors.ts';
import type { EntryView, StartInput } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Announce, Store } from '../../store/store.ts';
import type { NewEntry, TimeRepository } from './repository.ts';
import { subjectOf } from './subject.ts';

const label = (key: string) => ({ key: `undo.${key}`, values: {} });

/** The timer: starting, stopping, switching. At most one runs; the database would refuse a second. */
export class TimerService {
  readonly #store: Store;
  readonly #entries: TimeRepository;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor(store: Store, entries: TimeRepository, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#entries = entries;
    this.#clock = clock;
    this.#ids = ids;
  }

  running(): EntryView | null {
    return this.#entries.running();
  }

  /**
   * Starts a timer now, in the computer's zone; one that runs ends in the same transaction. When the same
   * work runs already, nothing changes. Throws `not_found` for an unknown client or task.
   */
  start(input: StartInput, told: 'timerStarted' | 'timerSwitched' = 'timerStarted'): EntryView {
    return this.#store.act(label(told), (announce) => {
      const subject = subjectOf(this.#entries, input);
      const running = this.#entries.running();
      if (running && isSame(running, subject)) return running;
      if (running) this.#close(running, announce);
      const entry: NewEntry = {
        ...subject,
        id: this.#ids.next(),
        startedAt: this.#clock.now(),
        endedAt: null,
        zone: this.#clock.zone(),
        source: 'timer',
        eventKey: null,
        billable: true,
      };
      this.#entries.insert(entry, this.#clock.now());
      announce('time', entry.clientId);
      return this.#read(entry.id);
    });
  }

  /** Ends the running entry now; null when none runs. */
  stop(): EntryView | null {
    return this.#store.act(label('timerStopped'), (announce) => {
      const running = this.#entries.running();
      if (!running) return null;
      this.#close(running, announce);
      return this.#read(running.id);
    });
  }

  /** Starts again what was tracked last. Throws `conflict` when there is nothing yet. */
  resume(): EntryView {
    const running = this.#entries.running();
    if (running) return running;
    const last = this.#entries.latest();
    if (!last) throw new AppError('conflict', { reason: 'time.nothingToResume' });
    const { clientId, taskId, note, category, workKindId } = last;
    return this.start({ clientId, taskId, note, category, workKindId });
  }

  /** A clock that was set back must not make time negative. */
  #close(running: EntryView, announce: Announce): void {
    const now = this.#clock.now();
    this.#entries.update(running.id, { endedAt: Math.max(now, running.startedAt) }, now);
    announce('time', running.clientId);
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
