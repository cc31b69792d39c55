import { AppError } from '#shared/ipc/errors.ts';
import type { AddInput, ChangeInput, EntryView } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Store } from '../../store/store.ts';
import { eventOf, noteOf } from './event-of.ts';
import { assertEnd, assertRunningStart, instantOf } from './moments.ts';
import type { EntryChanges, NewEntry, TimeRepository } from './repository.ts';
import { subjectOf } from './subject.ts';

const label = (key: string, values: Record<string, number> = {}) => ({ key: `undo.${key}`, values });

/** Entries made and changed by hand or from the calendar. The database keeps the history of closed ones. */
export class EntryService {
  readonly #store: Store;
  readonly #entries: TimeRepository;
  readonly #agenda: Agenda;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor(store: Store, entries: TimeRepository, agenda: Agenda, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#entries = entries;
    this.#agenda = agenda;
    this.#clock = clock;
    this.#ids = ids;
  }

  /**
   * Adds a closed entry. Throws `invalid_input` at the field whose local time does not exist or is doubled, and at
   * an end that is still to come.
   */
  add(input: AddInput): EntryView {
    const startedAt = instantOf(input.start, input.zone, 'start');
    const endedAt = instantOf(input.end, input.zone, 'end');
    assertEnd(startedAt, endedAt, this.#clock.now());
    return this.#store.act(label('entryAdded'), (announce) => {
      const entry: NewEntry = {
        ...subjectOf(this.#entries, input),
        id: this.#ids.next(),
        startedAt,
        endedAt,
        zone: input.zone,
        source: 'manual',
        eventKey: null,
        billable: input.billable ?? true,
      };
      this.#entries.insert(entry, this.#clock.now());
      announce('time', entry.clientId);
      return this.#read(entry.id);
    });
  }

  /**
   * Changes the given fields and no other: a new end leaves the start's seconds alone. Moving an entry to
   * another client takes it off its task. Throws `not_found`, `locked`, `invalid_input`.
   */
  change(input: ChangeInput): EntryView {
    return this.#store.act(label('entryChanged'), (announce) => {
      const entry = this.#read(input.id);
      const changes = this.#changesOf(entry, input);
      if (Object.keys(changes).length === 0) return entry;
      this.#entries.update(entry.id, changes, this.#clock.now());
      announce('time', entry.clientId);
      if (changes.clientId) announce('time', changes.clientId);
      return this.#read(entry.id);
    });
  }

  /** Deletes entries together; those already gone are skipped. */
  delete(ids: readonly string[]): void {
    this.#store.act(label('entryDeleted', { count: ids.length }), (announce) => {
      for (const id of ids) {
        const entry = this.#entries.byId(id);
        if (!entry) continue;
        this.#entries.delete(id);
        announce('time', entry.clientId);
      }
    });
  }

  /**
   * Makes an entry of the event occurrence `key` that starts at `start`, for the calendar's client.
   * Throws `conflict` when the event already became one, has not begun, is not over or lasts whole days, `not_found` when
   * it is gone.
   */
  fromEvent(key: string, start: number): EntryView {
    return this.#store.act(label('entryAdded'), (announce) => {
      if (this.#entries.byEvent(key)) throw new AppError('conflict', { reason: 'time.eventTaken' });
      const zone = this.#clock.zone();
      const event = eventOf(this.#agenda, zone, key, start);
      const now = this.#clock.now();
      if (event.end > now) {
        throw new AppError('conflict', {
          reason: event.start > now ? 'time.eventLater' : 'time.eventRunning',
        });
      }
      const entry: NewEntry = {
        id: this.#ids.next(),
        clientId: event.clientId,
        taskId: null,
        note: noteOf(event),
        category: null,
        workKindId: null,
        startedAt: event.start,
        endedAt: event.end,
        zone,
        source: 'event',
        eventKey: key,
        billable: true,
      };
      this.#entries.insert(entry, this.#clock.now());
      announce('time', entry.clientId);
      return this.#read(entry.id);
    });
  }

  #changesOf(entry: EntryView, input: ChangeInput): EntryChanges {
    const { id, start, end, ...fields } = input;
    const zone = input.zone ?? entry.zone;
    const moved = input.clientId !== undefined && input.clientId !== entry.clientId;
    if (moved || input.taskId || input.workKindId) {
      subjectOf(this.#entries, {
        clientId: input.clientId ?? entry.clientId,
        taskId: input.taskId ?? null,
        workKindId: input.workKindId,
      });
    }
    const startedAt = start ? instantOf(start, zone, 'start') : entry.startedAt;
    const endedAt = end ? instantOf(end, zone, 'end') : entry.endedAt;
    // An end that was not touched may lie ahead: the clock could have been set back since.
    const now = this.#clock.now();
    if ((start || end) && endedAt !== null) assertEnd(startedAt, endedAt, end ? now : Math.max(now, endedAt));
    if (start && endedAt === null) assertRunningStart(startedAt, entry.startedAt, now);
    return {
      ...withoutUndefined(fields),
      ...(moved && input.taskId === undefined ? { taskId: null } : {}),
      ...(start ? { startedAt } : {}),
      ...(end ? { endedAt } : {}),
    };
  }

  #read(id: string): EntryView {
    const entry = this.#entries.byId(id);
    if (!entry) throw new AppError('not_found');
    return entry;
  }
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
