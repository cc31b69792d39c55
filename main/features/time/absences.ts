import { type GapCause, idleStretches } from '#shared/domain/gap.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { EntryView } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import { IDLE_STEP, type Presence } from './presence.ts';
import type { Recorder } from './recorder.ts';
import type { TimeRepository } from './repository.ts';

export interface AbsenceDeps {
  readonly entries: TimeRepository;
  readonly recorder: Recorder;
  readonly agenda: Agenda;
  readonly clock: Clock;
  readonly presence: Presence;
}

/** Takes out of the running entry what nobody was there for. Answers what runs then; instants are UTC milliseconds. */
export class Absences {
  readonly #deps: AbsenceDeps;

  constructor(deps: AbsenceDeps) {
    this.#deps = deps;
  }

  /** While the app looks on: has the person left, are they back? Answers what runs, and since when they are away. */
  seen(
    running: EntryView,
    before: number | null,
    known: number,
    at: number,
    acting: boolean,
  ): [EntryView, number | null] {
    const { presence } = this.#deps;
    const limit = presence.limit();
    if (limit === 0 || running.startedAt > at) return [running, null];
    const lastInput = presence.lastInput(at);
    const quietSince = Math.max(lastInput, running.startedAt);
    const away = before ?? (at - quietSince >= limit ? quietSince : null);
    if (away === null) return [running, null];
    if (acting) return [this.returned(running, away, at, known), null];
    // Nobody can have come back before they were gone; a whole second is as exact as idle time is.
    if (lastInput <= away + IDLE_STEP) return [running, away];
    return [this.returned(running, away, Math.min(lastInput, at), known), null];
  }

  /** The person was away from `away` to `back`: that is a gap, or makes the one before the running entry longer. */
  returned(running: EntryView, away: number, back: number, known: number): EntryView {
    const { recorder, entries } = this.#deps;
    if (back <= away) return running;
    if (away <= running.startedAt && recorder.prolong(running, back)) return entries.running() ?? running;
    const absence = { from: Math.max(away, running.startedAt), to: back };
    return this.#idle(running, absence).reduce(
      (entry, stretch) => recorder.carve(entry, stretch, 'idle', known),
      running,
    );
  }

  /** Nobody looked on during `gap`; if the person had left before, their absence began then. */
  silence(running: EntryView, away: number | null, gap: Span, cause: GapCause): EntryView {
    const { recorder, entries } = this.#deps;
    if (away !== null && away <= running.startedAt && recorder.prolong(running, gap.to)) {
      return entries.running() ?? running;
    }
    const before =
      away === null ? [] : this.#idle(running, { from: Math.max(away, running.startedAt), to: gap.from });
    let entry = running;
    let from = gap.from;
    for (const stretch of before) {
      if (stretch.to === gap.from) from = stretch.from;
      else entry = recorder.carve(entry, stretch, 'idle', gap.from);
    }
    return recorder.carve(entry, { from, to: gap.to }, from < gap.from ? 'idle' : cause, gap.from);
  }

  /** Meetings of the work itself need no keyboard. */
  #idle(running: EntryView, absence: Span): Span[] {
    if (absence.to <= absence.from) return [];
    const meetings = this.#deps.agenda
      .between(absence.from, absence.to, this.#deps.clock.zone(), null)
      .filter(({ allDay, meetingUrl }) => !allDay && meetingUrl !== null)
      .filter(({ key, clientId }) => key === running.eventKey || clientId === running.clientId);
    const spans = meetings.map(({ start, end }) => ({ from: start, to: end }));
    return idleStretches(absence, spans, this.#deps.presence.limit());
  }
}
