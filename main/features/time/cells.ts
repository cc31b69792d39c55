import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { resolveLocal } from '#shared/domain/local-time.ts';
import { clip, type Span, spanOf } from '#shared/domain/spans.ts';
import { dayBounds } from '#shared/domain/time.ts';
import { type CellEntry, type Cut, cellLength, cutFromEnd, placeFor } from '#shared/domain/week-cell.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { CellInput, CellSet, EntryView } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Store } from '../../store/store.ts';
import type { GapRepository } from './gap-rows.ts';
import type { TimeRepository } from './repository.ts';
import { subjectOf } from './subject.ts';

export interface CellDeps {
  readonly store: Store;
  readonly entries: TimeRepository;
  readonly gaps: GapRepository;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Where the first entry of a day goes when nothing says better, on the person's clock. */
const WORK_STARTS = '09:00';

/** The cells of the week: a client's time, or a task's, on a day of the person. */
export class CellService {
  readonly #deps: CellDeps;

  constructor(deps: CellDeps) {
    this.#deps = deps;
  }

  /**
   * Makes a cell come to exactly `length`. More adds one entry after the cell's last one, or from the start of work on,
   * where nothing is tracked or waits for review, never ahead of now. Less shortens the last entries from the end; those
   * over midnight only by the day's part. When that would remove whole entries and `remove` is false, nothing is done
   * and they are counted. Throws `conflict` where invoiced or running time forbids it or there is no room, `not_found`.
   */
  set({ clientId, taskId, date, length, remove }: CellInput): CellSet {
    const { entries, clock } = this.#deps;
    const now = clock.now();
    const day = dayBounds(date, clock.zone());
    const own = entries
      .touching(day, now, clientId)
      .filter((entry) => taskId === undefined || entry.taskId === taskId);
    const cell = own.map(
      (entry): CellEntry => ({ ...spanOf(entry, now), id: entry.id, fixed: fixedOf(entry) }),
    );
    const tracked = cellLength(cell, day);
    if (length === tracked) return { removes: 0 };
    if (length > tracked) {
      const span = this.#place(cell, day, date, length - tracked, now);
      this.#act(clientId, () => this.#add(clientId, taskId ?? null, span, now));
      return { removes: 0, added: span };
    }
    const cuts = cutFromEnd(cell, day, tracked - length);
    if (!cuts) throw fixedFault(cell, day);
    const removes = cuts.filter(({ kind }) => kind === 'delete').length;
    if (removes > 0 && !remove) return { removes };
    this.#act(clientId, () => {
      for (const cut of cuts) this.#cut(cut, own, now);
    });
    return { removes: 0 };
  }

  #place(cell: readonly CellEntry[], day: Span, date: string, wanted: number, now: number): Span {
    const { entries, gaps, clock } = this.#deps;
    if (day.from >= now) throw new AppError('conflict', { reason: 'time.cellLater' });
    const open = { from: day.from, to: Math.min(day.to, now) };
    const busy = [
      ...entries.touching(day, now, null).map((entry) => spanOf(entry, now)),
      ...gaps
        .touching(day, null)
        .filter(({ answer, cause }) => answer === null && cause !== 'clock_back')
        .map(({ startedAt, endedAt }) => ({ from: startedAt, to: endedAt })),
    ];
    const last = Math.max(...cell.map((entry) => clip(entry, day)?.to ?? 0));
    const anchor = cell.length > 0 ? last : startOfWork(date, clock.zone());
    const place = placeFor(wanted, open, busy, anchor);
    if (place.span) return place.span;
    throw new AppError('conflict', {
      reason: 'time.cellFull',
      values: { time: formatDuration(wanted), free: formatDuration(place.longest) },
    });
  }

  #add(clientId: string, taskId: string | null, { from, to }: Span, now: number): void {
    const { entries, ids, clock } = this.#deps;
    entries.insert(
      {
        ...subjectOf(entries, { clientId, taskId }),
        id: ids.next(),
        startedAt: from,
        endedAt: to,
        zone: clock.zone(),
        source: 'manual',
        eventKey: null,
        billable: true,
      },
      now,
    );
  }

  #cut(cut: Cut, own: readonly EntryView[], now: number): void {
    const { entries, ids } = this.#deps;
    if (cut.kind === 'delete') entries.delete(cut.id);
    else if (cut.kind === 'end') entries.update(cut.id, { endedAt: cut.at }, now);
    else if (cut.kind === 'start') entries.update(cut.id, { startedAt: cut.at }, now);
    else {
      const entry = own.find(({ id }) => id === cut.id);
      if (!entry) throw new AppError('not_found');
      const { clientId, taskId, note, category, workKindId, zone, source, billable, endedAt } = entry;
      entries.update(cut.id, { endedAt: cut.end }, now);
      const rest = { clientId, taskId, note, category, workKindId, zone, source, billable, endedAt };
      entries.insert({ ...rest, id: ids.next(), startedAt: cut.start, eventKey: null }, now);
    }
  }

  #act(clientId: string, work: () => void): void {
    this.#deps.store.act({ key: 'undo.cellSet', values: {} }, (announce) => {
      work();
      announce('time', clientId);
    });
  }
}

function fixedOf(entry: EntryView): CellEntry['fixed'] {
  if (entry.billed) return 'billed';
  return entry.endedAt === null ? 'running' : null;
}

function fixedFault(cell: readonly CellEntry[], day: Span): AppError {
  const least = cellLength(
    cell.filter(({ fixed }) => fixed !== null),
    day,
  );
  const billed = cell.some(({ fixed }) => fixed === 'billed');
  const reason = billed ? 'time.cellBilled' : 'time.cellRuns';
  // A begun minute counts: so much can be typed.
  const time = formatDuration(Math.ceil(least / MINUTE) * MINUTE);
  return new AppError('conflict', { reason, values: { time } });
}

/** Where the clocks skip that moment, the first one after; where it comes twice, the earlier. */
function startOfWork(date: string, zone: string): number {
  const found = resolveLocal(date, WORK_STARTS, zone);
  return found.kind === 'two' ? found.earlier : found.at;
}
