import type { Look } from '#shared/domain/focus.ts';
import { BEAT, type GapCause, idleStretches, judge } from '#shared/domain/gap.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { Span } from '#shared/domain/spans.ts';
import { whatToAsk } from '#shared/domain/still-working.ts';
import type { EntryView, StillWorking } from '#shared/ipc/time.ts';
import type { Agenda } from '../../ports/agenda.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Power } from '../../ports/power.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Announce, Store } from '../../store/store.ts';
import type { Beat, Beats } from './beats.ts';
import type { Recorder } from './recorder.ts';
import type { TimeRepository } from './repository.ts';

const MINUTE = 60_000;
/** After a silence, without input for longer than this the person is not back yet, milliseconds. */
const JUST_BACK = 5_000;
/** Idle time is told in whole seconds. */
const IDLE_STEP = 1_000;

export interface WatchDeps {
  readonly store: Store;
  readonly entries: TimeRepository;
  readonly beats: Beats;
  readonly recorder: Recorder;
  readonly agenda: Agenda;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly power: Power;
  /** Names this run of the app. */
  readonly runId: string;
}

/** What an observation found: what runs, and the moment until which that is settled, UTC milliseconds. */
export interface Observed {
  readonly running: EntryView | null;
  readonly at: number;
}

interface Looking {
  /** A person acts: they are here, whatever the idle time says. */
  readonly acting?: boolean;
  /** The timer runs again because its stop was taken back. */
  readonly restarted?: boolean;
  /** The app is being closed in good order. */
  readonly closing?: boolean;
}

/**
 * Keeps a running timer honest: at every look it compares the clocks with the last sign of life, and what cannot have
 * been work, or may not have been, becomes a gap instead of time.
 */
export class TimerWatch {
  readonly #deps: WatchDeps;
  /** The last sign of each entry that ran in this run of the app, for a stop or deletion that is taken back. */
  readonly #signs = new Map<string, number>();
  #uptime: number | null = null;
  #suspended = false;
  /** When the person was surely here last, whatever the idle time says: they started the app, or did something in it. */
  #presentSince: number | null = null;
  readonly #watchers: ((look: Look) => void)[] = [];
  #question: { readonly entryId: string; readonly why: StillWorking['why'] } | null = null;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
  }

  /** Tells of every look at a running timer, inside its transaction: what one keeps agrees with the entries for ever. */
  onLook(watcher: (look: Look) => void): void {
    this.#watchers.push(watcher);
  }

  /** The system says that it goes to sleep: what is known until now is settled. */
  suspend(): void {
    this.observe();
    this.#suspended = true;
  }

  /** Looks at the running timer, settles what happened since the last look and leaves a sign of life. */
  observe(how: Looking = {}): Observed {
    const { store, entries, clock } = this.#deps;
    const running = entries.running();
    if (!running) return { running: null, at: clock.now() };
    return store.write((announce) => this.#settle(running, how, announce));
  }

  /**
   * After something that may have put another entry in the running one's place, given what was observed before it:
   * work that ran all along goes on; a timer that runs again after a pause is asked about the pause.
   */
  adopt(before: Observed): void {
    const { store, entries, beats, clock } = this.#deps;
    const running = entries.running();
    if (!running) return;
    if (!before.running) {
      this.observe({ restarted: true });
      return;
    }
    const beat = beats.read();
    if (beat?.entryId === running.id) return;
    store.write(() => {
      store.onRollback(this.#memory(running.id));
      this.#save(running, { wall: before.at, monotonic: clock.monotonic() }, beat, {});
    });
  }

  /** A timer has just been started, inside the caller's transaction. */
  begin(entry: EntryView, at: number): void {
    const monotonic = this.#deps.clock.monotonic();
    this.#deps.store.onRollback(this.#memory(entry.id));
    this.#save(entry, { wall: at, monotonic }, null, {});
    this.#uptime = this.#deps.clock.uptime();
    this.#presentSince = at;
    this.#tell({ at, monotonic, present: at, watched: false });
  }

  /** The question that is open, if it is still about what runs. */
  stillWorking(): StillWorking | null {
    const running = this.#deps.entries.running();
    if (!running || this.#question?.entryId !== running.id) return null;
    return { entry: running, why: this.#question.why };
  }

  confirmWorking(id: string): void {
    if (this.#question?.entryId !== id) return;
    this.#question = null;
    this.#deps.store.write((announce) => announce('time'));
  }

  /** How long until the next look is needed, milliseconds; null while nothing runs. */
  nextLook(): number | null {
    const { entries, beats, clock } = this.#deps;
    const running = entries.running();
    if (!running) return null;
    const away = beats.read()?.awaySince ?? null;
    if (away !== null) return 2_000;
    const limit = this.#limit();
    if (limit === 0) return BEAT;
    const quietSince = Math.max(this.#lastInput(clock.now()), running.startedAt);
    return Math.min(BEAT, Math.max(1_000, quietSince + limit - clock.now()));
  }

  /** Whether a look now would change nothing but the sign of life: the person is still away. */
  stillAway(): boolean {
    const { beats, clock } = this.#deps;
    const beat = beats.read();
    if (beat?.awaySince == null) return false;
    const since = clock.now() - beat.wall;
    return since >= 0 && since < BEAT && this.#lastInput(clock.now()) <= beat.awaySince + IDLE_STEP;
  }

  /** UTC milliseconds, as far as the system tells. */
  #lastInput(now: number): number {
    return Math.max(now - this.#deps.power.idleSeconds() * 1000, this.#presentSince ?? 0);
  }

  #limit(): number {
    return this.#deps.settings.get('idleMinutes') * MINUTE;
  }

  #settle(running: EntryView, how: Looking, announce: Announce): Observed {
    const { beats, clock, recorder, runId, store } = this.#deps;
    store.onRollback(this.#memory(running.id));
    const beat = beats.read();
    const now = { wall: clock.now(), monotonic: clock.monotonic(), uptime: clock.uptime() };
    const last = {
      wall: this.#lastSign(running, beat),
      monotonic: beat?.monotonic ?? 0,
      uptime: this.#uptime,
      sameRun: beat?.entryId === running.id && beat.runId === runId && !how.restarted,
      closed: beat?.closed ?? true,
    };
    const verdict = judge(last, now, this.#suspended);
    if (how.acting || this.#presentSince === null || this.#presentSince > now.wall)
      this.#presentSince = now.wall;
    let away = beat?.entryId === running.id ? beat.awaySince : null;
    let entry = running;
    let at: number;
    if (verdict.kind === 'steady') {
      at = verdict.at;
      entry = recorder.pass(entry, { from: last.wall, to: at });
      [entry, away] = this.#presence(entry, away, last.wall, at, how.acting ?? false);
    } else if (verdict.kind === 'gap') {
      at = verdict.to;
      const cause = how.restarted ? 'stopped' : verdict.cause;
      entry = this.#silence(entry, away, verdict, cause);
      const idle = this.#deps.power.idleSeconds() * 1000;
      const waiting = !how.acting && this.#limit() > 0 && idle > JUST_BACK && entry.startedAt === at;
      away = waiting ? at : null;
    } else {
      at = verdict.to;
      if (last.sameRun) entry = recorder.pass(entry, { from: last.wall, to: verdict.at });
      if (away !== null) entry = this.#returned(entry, away, verdict.at, verdict.at);
      entry = recorder.setBack(entry, verdict.at, at);
      away = null;
    }
    const changed = entry.id !== running.id || entry.startedAt !== running.startedAt;
    const asked = away === null ? this.#ask(entry, beat, at) : {};
    this.#save(entry, { wall: at, monotonic: now.monotonic }, beat, {
      awaySince: away,
      closed: how.closing ?? false,
      ...asked,
    });
    const watched = verdict.kind === 'steady' && last.sameRun && !this.#suspended;
    const present = how.acting ? at : this.#presentUntil(away, at);
    this.#tell({ at, monotonic: now.monotonic, present, watched });
    this.#uptime = now.uptime;
    this.#suspended = false;
    if (changed || Object.keys(asked).length > 0) announce('time', entry.clientId);
    return { running: entry, at };
  }

  /** Until when somebody was surely there. Idle time comes in whole seconds, so that it may be one second more. */
  #presentUntil(away: number | null, at: number): number {
    if (this.#limit() === 0) return at;
    const input = at - this.#deps.power.idleSeconds() * 1000 - IDLE_STEP;
    return Math.min(Math.max(input, this.#presentSince ?? 0), away ?? at, at);
  }

  /** Puts back what is remembered now beside the rows: a look that could not be written down has not happened. */
  #memory(entryId: string): () => void {
    const sign = this.#signs.get(entryId);
    const [uptime, suspended, presentSince] = [this.#uptime, this.#suspended, this.#presentSince];
    const question = this.#question;
    return () => {
      if (sign === undefined) this.#signs.delete(entryId);
      else this.#signs.set(entryId, sign);
      this.#uptime = uptime;
      this.#suspended = suspended;
      this.#presentSince = presentSince;
      this.#question = question;
    };
  }

  #tell(look: Look): void {
    for (const watcher of this.#watchers) watcher(look);
  }

  #lastSign(running: EntryView, beat: Beat | null): number {
    if (beat?.entryId === running.id) return beat.wall;
    return this.#signs.get(running.id) ?? Math.max(running.startedAt, beat?.wall ?? 0);
  }

  /** While the app looks on: has the person left, are they back? Answers what runs, and since when they are away. */
  #presence(
    running: EntryView,
    before: number | null,
    known: number,
    at: number,
    acting: boolean,
  ): [EntryView, number | null] {
    const limit = this.#limit();
    if (limit === 0 || running.startedAt > at) return [running, null];
    const lastInput = this.#lastInput(at);
    const quietSince = Math.max(lastInput, running.startedAt);
    const away = before ?? (at - quietSince >= limit ? quietSince : null);
    if (away === null) return [running, null];
    if (acting) return [this.#returned(running, away, at, known), null];
    // Nobody can have come back before they were gone; a whole second is as exact as idle time is.
    if (lastInput <= away + IDLE_STEP) return [running, away];
    return [this.#returned(running, away, Math.min(lastInput, at), known), null];
  }

  /** The person was away from `away` to `back`: that is a gap, or makes the one before the running entry longer. */
  #returned(running: EntryView, away: number, back: number, known: number): EntryView {
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
  #silence(running: EntryView, away: number | null, gap: Span, cause: GapCause): EntryView {
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
    return idleStretches(absence, spans, this.#limit());
  }

  /** Asks once past midnight and once over the set length; answers what was asked. */
  #ask(entry: EntryView, beat: Beat | null, at: number): Partial<Beat> {
    const { settings, clock } = this.#deps;
    const asked = beat?.entryId === entry.id ? beat : null;
    const zone = clock.zone();
    const why = whatToAsk({
      ran: at - entry.startedAt,
      overMidnight: dateOf(entry.startedAt, zone) < dateOf(at, zone),
      longHours: settings.get('longTimerHours'),
      askedMidnight: asked?.askedMidnight ?? false,
      askedLength: asked?.askedLength ?? false,
    });
    if (!why) return {};
    this.#question = { entryId: entry.id, why };
    return why === 'midnight' ? { askedMidnight: true } : { askedLength: true };
  }

  #save(
    entry: EntryView,
    clocks: { readonly wall: number; readonly monotonic: number },
    before: Beat | null,
    changes: Partial<Beat>,
  ): void {
    const same = before?.entryId === entry.id;
    this.#signs.set(entry.id, clocks.wall);
    this.#deps.beats.save({
      entryId: entry.id,
      runId: this.#deps.runId,
      closed: false,
      awaySince: null,
      askedMidnight: same ? before.askedMidnight : false,
      askedLength: same ? before.askedLength : false,
      ...clocks,
      ...changes,
    });
  }
}
