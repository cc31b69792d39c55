import { endFault } from '#shared/domain/entry-span.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import { type EntryView, longestNote } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Store } from '../../store/store.ts';
import type { Beats } from './beats.ts';
import type { GapRepository } from './gap-rows.ts';
import type { TimeRepository } from './repository.ts';

export interface PieceDeps {
  readonly store: Store;
  readonly entries: TimeRepository;
  readonly beats: Beats;
  readonly gaps: GapRepository;
  readonly clock: Clock;
  readonly ids: IdSource;
}

const label = (key: string) => ({ key: `undo.${key}`, values: {} });

/** Cutting entries, joining them, moving their edges: no time is won or lost beyond what the person moves. */
export class PieceService {
  readonly #deps: PieceDeps;

  constructor(deps: PieceDeps) {
    this.#deps = deps;
  }

  /** Cuts an entry in two at `at`. Throws `not_found`, `locked` when billed, `invalid_input` at `at` outside of it. */
  split(id: string, at: number): [EntryView, EntryView] {
    const { store, entries, beats, clock, ids } = this.#deps;
    return store.act(label('entrySplit'), (announce) => {
      const entry = this.#free(id);
      const now = clock.now();
      if (at <= entry.startedAt || at >= (entry.endedAt ?? now)) throw invalidField('at', 'time.notWithin');
      const { clientId, taskId, note, category, workKindId, billable, zone, source } = entry;
      const second = {
        ...{ clientId, taskId, note, category, workKindId, billable, zone, source, eventKey: null },
        ...{ id: ids.next(), startedAt: at, endedAt: entry.endedAt },
      };
      entries.update(entry.id, { endedAt: at }, now);
      entries.insert(second, now);
      if (entry.endedAt === null) beats.follow(entry.id, second.id);
      announce('time', clientId);
      return [this.#read(entry.id), this.#read(second.id)];
    });
  }

  /**
   * Makes one entry of several that follow each other without a hole. Throws `not_found`, `locked` when one is billed,
   * `conflict` when they are not the same work, do not touch, or their notes are too long for one.
   */
  merge(ids: readonly string[]): EntryView {
    const { store, entries, beats, gaps, clock } = this.#deps;
    return store.act(label('entriesMerged'), (announce) => {
      const parts = [...new Set(ids)].map((id) => this.#free(id)).sort(byStart);
      const [first, ...others] = parts;
      if (!first || others.length === 0) throw invalidField('ids', 'time.mergeTwo');
      const same = (part: EntryView) =>
        part.clientId === first.clientId && part.taskId === first.taskId && part.billable === first.billable;
      if (!others.every(same)) throw new AppError('conflict', { reason: 'time.mergeOther' });
      const keys = parts.flatMap(({ eventKey }) => eventKey ?? []);
      if (keys.length > 1) throw new AppError('conflict', { reason: 'time.mergeEvents' });
      if (parts.some(({ startedAt }) => startedAt > clock.now())) {
        throw new AppError('conflict', { reason: 'time.mergeAhead' });
      }
      const note = [...new Set(parts.map((part) => part.note).filter(Boolean))].join('\n');
      if (note.length > longestNote) {
        throw new AppError('conflict', { reason: 'time.mergeNotes', values: { most: longestNote } });
      }
      let end = first.endedAt;
      for (const part of others) {
        if (end !== null && part.startedAt > end)
          throw new AppError('conflict', { reason: 'time.mergeApart' });
        end = end === null || part.endedAt === null ? null : Math.max(end, part.endedAt);
      }
      for (const part of others) {
        if (part.endedAt === null) beats.follow(part.id, first.id);
        gaps.follow(part.id, first.id);
        entries.delete(part.id);
      }
      const known = <Key extends 'category' | 'workKindId'>(key: Key) =>
        parts.map((part) => part[key]).find((value) => value !== null) ?? null;
      entries.update(
        first.id,
        {
          endedAt: end,
          note,
          category: known('category'),
          workKindId: known('workKindId'),
        },
        clock.now(),
      );
      if (keys[0] && first.eventKey === null) entries.linkEvent(first.id, keys[0]);
      announce('time', first.clientId);
      return this.#read(first.id);
    });
  }

  /**
   * Moves an edge as near to `at` as what lies beside the entry allows. Throws `not_found`, `locked` when it or a
   * neighbour in the way is billed, `invalid_input` at `at` when nothing would be left of it.
   */
  moveEdge(id: string, edge: 'start' | 'end', at: number): EntryView {
    const { store, entries, clock } = this.#deps;
    return store.act(label('entryChanged'), (announce) => {
      const entry = this.#free(id);
      const now = clock.now();
      if (edge === 'end' && entry.endedAt === null)
        throw new AppError('conflict', { reason: 'time.edgeRuns' });
      const wanted = Math.min(at, now);
      const span =
        edge === 'start' ? { from: wanted, to: entry.startedAt } : { from: entry.endedAt ?? now, to: wanted };
      const limit = this.#limit(entry, edge, span);
      const startedAt = edge === 'start' ? limit : entry.startedAt;
      const endedAt = edge === 'end' ? limit : entry.endedAt;
      const fault = endFault(startedAt, endedAt ?? now, Math.max(now, endedAt ?? now));
      if (fault) throw invalidField('at', fault);
      if (startedAt === entry.startedAt && endedAt === entry.endedAt) return entry;
      entries.update(id, edge === 'start' ? { startedAt } : { endedAt }, now);
      announce('time', entry.clientId);
      return this.#read(id);
    });
  }

  /** How far an edge comes within the span that it would sweep over. */
  #limit(entry: EntryView, edge: 'start' | 'end', span: { from: number; to: number }): number {
    const aim = edge === 'start' ? span.from : span.to;
    if (span.from >= span.to) return aim;
    const walls = this.#deps.entries.walls(span, entry.id);
    const near =
      edge === 'start'
        ? Math.max(aim, ...walls.map(({ to }) => to))
        : Math.min(aim, ...walls.map(({ from }) => from));
    const stopper = walls.find(({ from, to }) => (edge === 'start' ? to : from) === near);
    if (stopper?.billed) throw new AppError('locked', { reason: 'time.billed' });
    return near;
  }

  #free(id: string): EntryView {
    const entry = this.#read(id);
    if (entry.billed) throw new AppError('locked', { reason: 'time.billed' });
    return entry;
  }

  #read(id: string): EntryView {
    const entry = this.#deps.entries.byId(id);
    if (!entry) throw new AppError('not_found');
    return entry;
  }
}

function byStart(a: EntryView, b: EntryView): number {
  return a.startedAt - b.startedAt || (a.endedAt ?? Infinity) - (b.endedAt ?? Infinity);
}
