import { type EndFault, endFault } from '#shared/domain/entry-span.ts';
import { tiles, without } from '#shared/domain/gap.ts';
import { reachingTo } from '#shared/domain/gap-draft.ts';
import { clip, length, type Span } from '#shared/domain/spans.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { EntryView, GapView } from '#shared/ipc/time.ts';
import type { AnswerInput, PieceInput } from '#shared/ipc/time-gaps.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Announce, Store } from '../../store/store.ts';
import type { Beats } from './beats.ts';
import type { GapRepository } from './gap-rows.ts';
import type { TimeRepository } from './repository.ts';
import { type Subject, subjectOf } from './subject.ts';

export interface AnswerDeps {
  readonly store: Store;
  readonly entries: TimeRepository;
  readonly gaps: GapRepository;
  readonly beats: Beats;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly ids: IdSource;
}

const labels = {
  keep: 'gapKept',
  discard: 'gapDiscarded',
  stop: 'gapStopped',
  split: 'gapSplit',
  move: 'gapMoved',
} as const;
const told = { keep: 'kept', discard: 'discarded', stop: 'discarded', split: 'split', move: 'kept' } as const;

/** What the person says about a gap becomes entries, or nothing; the gap stays, answered, as evidence. */
export class GapAnswers {
  readonly #deps: AnswerDeps;

  constructor(deps: AnswerDeps) {
    this.#deps = deps;
  }

  /**
   * One undoable act. Throws `not_found`, `conflict` for a gap that is answered already, for an answer that does not
   * fit a clock that was set back, for keeping what nobody can have worked, for pieces over tracked time, and for
   * stopping a timer that does not go on from the gap, `invalid_input` for pieces that do not tile it or that nobody can have worked.
   * `seenEnd` is where the gap ended when the person answered, if it may have grown by the answer itself.
   */
  answer(input: AnswerInput, seenEnd: number | null = null): GapView {
    const { store, gaps, clock } = this.#deps;
    return store.act({ key: `undo.${labels[input.answer]}`, values: {} }, (announce) => {
      const gap = this.#read(input.id);
      if (gap.answer !== null) throw new AppError('conflict', { reason: 'gap.answered' });
      if (input.answer === 'keep') this.#keep(gap, announce);
      else if (input.answer === 'split') this.#split(gap, grownPieces(input.pieces, gap, seenEnd), announce);
      else if (input.answer === 'move') this.#move(gap, input.from);
      else if (input.answer === 'stop') this.#stop(gap, announce);
      gaps.answer(gap.id, told[input.answer], clock.now());
      announce('time', gap.clientId);
      return this.#read(gap.id);
    });
  }

  /** Spans of a gap that entries cover. */
  taken(gap: GapView): Span[] {
    const span = spanOfGap(gap);
    return this.#deps.entries
      .touching(span, span.to, null)
      .flatMap(({ startedAt, endedAt }) => clip({ from: startedAt, to: endedAt ?? span.to }, span) ?? [])
      .filter((part) => length(part) > 0);
  }

  /** Why nobody can have worked this part of a gap, by the rules of time that is entered by hand; null when one can. */
  fault({ from, to }: Span): EndFault | null {
    return endFault(from, to, this.#deps.clock.now());
  }

  /** The entry that keeping this free part of a gap makes or grows. */
  grown(gap: GapView, part: Span): { readonly before: EntryView | null; readonly after: EntryView | null } {
    const fits = (entry: EntryView) => !entry.billed && sameWork(entry, gap);
    const { entries, clock } = this.#deps;
    return {
      before: entries.endingAt(part.from).find(fits) ?? null,
      after:
        part.to > clock.now()
          ? null
          : (entries.startingAt(part.to).find((entry) => fits(entry) && entry.eventKey === null) ?? null),
    };
  }

  /** What runs, where it is nothing but the gap's work gone on since the gap ended; null elsewhere. */
  goneOn(gap: GapView): EntryView | null {
    const running = this.#deps.entries.running();
    if (!running || gap.cause === 'clock_back' || running.eventKey !== null) return null;
    return running.startedAt === gap.endedAt && sameWork(running, gap) ? running : null;
  }

  #stop(gap: GapView, announce: Announce): void {
    const running = this.goneOn(gap);
    if (!running) throw new AppError('conflict', { reason: 'gap.notRunning' });
    this.#deps.entries.delete(running.id);
    announce('time', running.clientId);
  }

  #keep(gap: GapView, announce: Announce): void {
    refuseBack(gap);
    for (const part of without(spanOfGap(gap), this.taken(gap))) {
      const fault = this.fault(part);
      if (fault) throw new AppError('conflict', { reason: fault });
      this.#fill(gap, part);
    }
    announce('time', gap.clientId);
  }

  #fill(gap: GapView, part: Span): void {
    const { entries, beats, gaps, clock } = this.#deps;
    const now = clock.now();
    const { before, after } = this.grown(gap, part);
    if (before && after) {
      beats.follow(after.id, before.id);
      gaps.follow(after.id, before.id);
      entries.delete(after.id);
      entries.update(before.id, { endedAt: after.endedAt }, now);
    } else if (before) entries.update(before.id, { endedAt: part.to }, now);
    else if (after) entries.update(after.id, { startedAt: part.from }, now);
    else this.#insert(gap, part, gap.billable, gap.zone, null);
  }

  #split(gap: GapView, pieces: readonly PieceInput[], announce: Announce): void {
    const { entries, agenda, clock } = this.#deps;
    refuseBack(gap);
    const whole = spanOfGap(gap);
    if (!tiles(whole, pieces)) throw invalidField('pieces', 'gap.tiles');
    const taken = this.taken(gap);
    for (const { from, to, subject } of pieces) {
      if (!subject) continue;
      const fault = this.fault({ from, to });
      if (fault) throw invalidField('pieces', fault);
      if (taken.some((span) => span.from < to && span.to > from)) {
        throw new AppError('conflict', { reason: 'gap.taken' });
      }
      const { billable, eventKey, ...about } = subject;
      if (eventKey) {
        if (entries.byEvent(eventKey)) throw new AppError('conflict', { reason: 'time.eventTaken' });
        const known = agenda.between(from, to, clock.zone(), null).some(({ key }) => key === eventKey);
        if (!known) throw new AppError('not_found');
      }
      this.#insert(subjectOf(entries, about), { from, to }, billable ?? true, gap.zone, eventKey ?? null);
      announce('time', subject.clientId);
    }
  }

  /** Time that ran while the clock showed an hour for the second time goes where nothing is tracked. */
  #move(gap: GapView, from: number): void {
    const { entries, clock } = this.#deps;
    const to = from + gap.endedAt - gap.startedAt;
    if (gap.cause !== 'clock_back' || to === from) throw new AppError('conflict', { reason: 'gap.notBack' });
    if (to > clock.now()) throw invalidField('from', 'time.endsLater');
    const there = entries.touching({ from, to }, to, null);
    if (there.some(({ startedAt, endedAt }) => startedAt < to && (endedAt ?? to) > from)) {
      throw new AppError('conflict', { reason: 'gap.taken' });
    }
    this.#insert(gap, { from, to }, gap.billable, gap.zone, null);
  }

  #insert(subject: Subject, span: Span, billable: boolean, zone: string, eventKey: string | null): void {
    const { clientId, taskId, note, category, workKindId } = subject;
    this.#deps.entries.insert(
      {
        ...{ clientId, taskId, note, category, workKindId, billable, zone, eventKey },
        ...{ id: this.#deps.ids.next(), startedAt: span.from, endedAt: span.to },
        source: eventKey ? 'event' : 'timer',
      },
      this.#deps.clock.now(),
    );
  }

  #read(id: string): GapView {
    const gap = this.#deps.gaps.byId(id);
    if (!gap) throw new AppError('not_found');
    return gap;
  }
}

/** Pieces that tiled the gap as it was seen; the moments that it grew by since belong to the last of them. */
function grownPieces(
  pieces: readonly PieceInput[],
  gap: GapView,
  seenEnd: number | null,
): readonly PieceInput[] {
  return pieces.at(-1)?.to === seenEnd ? reachingTo(pieces, gap.endedAt) : pieces;
}

/** Both the gap's ends as a span. */
export function spanOfGap(gap: GapView): Span {
  return { from: gap.startedAt, to: gap.endedAt };
}

function refuseBack(gap: GapView): void {
  if (gap.cause === 'clock_back') throw new AppError('conflict', { reason: 'gap.clockBack' });
}

/** Whether two records are of the same work in everything that is billed or reported. */
export function sameWork(a: Subject & { billable: boolean }, b: Subject & { billable: boolean }): boolean {
  return (
    a.clientId === b.clientId &&
    a.taskId === b.taskId &&
    a.note === b.note &&
    a.category === b.category &&
    a.workKindId === b.workKindId &&
    a.billable === b.billable
  );
}
