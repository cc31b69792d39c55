import { MINUTE } from '#shared/domain/duration.ts';
import {
  advance,
  creditOf,
  type Focus,
  isLongBreak,
  type Look,
  limited,
  type Mark,
  newBreak,
  newRound,
  reconciled,
} from '#shared/domain/focus.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { Span } from '#shared/domain/spans.ts';
import { dayBounds } from '#shared/domain/time.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { FocusRound, FocusView } from '#shared/ipc/focus.ts';
import type { EntryView, StartInput } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Settings } from '../../ports/settings.ts';
import type { Announce, Store } from '../../store/store.ts';
import { type Left, turnOf } from './left.ts';
import type { FocusRepository } from './repository.ts';

/** By so much the end of a round may move without anybody being told, milliseconds. */
const TOLERANCE = 1_000;

/** The timer as far as focus needs it. Only the timer writes hours. */
export interface FocusTimer {
  running(): EntryView | null;
  /** What was tracked last and has ended. */
  last(): EntryView | null;
  start(input: StartInput): EntryView;
  stop(): EntryView | null;
  /** Throws when there is nothing to resume. */
  resume(): EntryView;
  /** Settles what runs; `acting` says that a person does something in the app. */
  observe(how: { readonly acting: boolean }): void;
  /** Tells of every look at the running timer, inside its transaction. */
  onLook(watcher: (look: Look) => void): void;
  /** Gaps that touch the span, answered or not. */
  gapsWithin(span: Span): Span[];
  /** Milliseconds from an instant on that entries cover, the running one as far as it is settled. */
  trackedSince(from: number): number;
}

export interface FocusDeps {
  readonly store: Store;
  readonly rows: FocusRepository;
  readonly work: FocusTimer;
  readonly settings: Settings;
  readonly clock: Clock;
}

/**
 * Rounds of focus over whatever the timer runs on. They hold no hours: each look at the timer that settles its entry
 * also says what of a round was worked, in the same transaction.
 */
export class FocusService {
  readonly #deps: FocusDeps;
  #mark: Mark | null = null;
  /** The end that was announced last, to tell when it moves. */
  #told: number | null = null;
  #acting = false;
  #left: Left | null = null;

  constructor(deps: FocusDeps) {
    this.#deps = deps;
    deps.work.onLook((look) => this.#looked(look));
  }

  current(): Focus | null {
    return this.#deps.rows.read();
  }

  get(): FocusView {
    const focus = this.current();
    const finishedToday = this.#finishedToday();
    return { round: focus && this.#view(focus, finishedToday), finishedToday, length: this.#roundLength() };
  }

  /** When the round that counts will be over if it goes on so, UTC milliseconds; null while it stands still. */
  endsAt(focus: Focus): number | null {
    const { clock, settings, work } = this.#deps;
    if (focus.phase !== 'work' || focus.paused || !this.#mark || !work.running()) return null;
    const limit = settings.get('idleMinutes') * MINUTE;
    if (limit > 0 && clock.now() - this.#mark.wall >= limit) return null;
    return this.#mark.wall + focus.length - focus.credited;
  }

  /** The last moment that counts, UTC milliseconds; null before anything was seen. */
  seenUntil(): number | null {
    return this.#mark?.wall ?? null;
  }

  start(on?: StartInput): void {
    this.#act(() => {
      const timer = this.#deps.work;
      if (on) timer.start(on);
      else if (!timer.running()) throw new AppError('conflict', { reason: 'focus.nothingRuns' });
      const focus = this.current();
      this.#save(focus?.phase === 'work' ? this.#resumed(focus) : this.#next());
    });
  }

  pause(): void {
    this.#act(() => {
      const focus = this.current();
      if (focus?.phase === 'work') this.#save({ ...focus, paused: true });
    });
  }

  goOn(): void {
    this.#act(() => {
      const focus = this.current();
      if (!focus) throw new AppError('conflict', { reason: 'focus.over' });
      this.#deps.work.resume();
      this.#save(focus.phase === 'work' ? this.#resumed(focus) : this.#next());
    });
  }

  rest(): void {
    this.#act(() => {
      const focus = this.current();
      if (!focus) throw new AppError('conflict', { reason: 'focus.over' });
      if (focus.phase === 'break') return;
      const length = this.#breakLength(focus.phase === 'done' ? this.#finishedToday() : 0);
      const stopped = this.#deps.work.stop();
      const rest = newBreak(length, this.#deps.clock.now());
      this.#save(rest);
      this.#left = stopped && { entry: stopped, round: focus, rest, undone: false };
    });
  }

  end(): void {
    this.#act(() => this.#save(null));
  }

  /** A person's step is under way; what follows from it is looked at when it is done. */
  get busy(): boolean {
    return this.#acting;
  }

  /** Takes note of what holds by itself now. Answers the round or break there is. */
  reconcile(): Focus | null {
    const { clock, work } = this.#deps;
    const focus = this.#unbroken();
    if (!focus) return null;
    const left = this.#limited(focus);
    const next = reconciled(left, clock.now(), work.running() !== null, this.#roundLength());
    if (next !== left) this.#save(next);
    return next;
  }

  /** The round or break without work that was taken back. */
  #limited(focus: Focus): Focus {
    const { rows, store, work } = this.#deps;
    const left = limited(focus, work.trackedSince(focus.since));
    if (left !== focus) {
      store.write(() => {
        if (left.phase !== focus.phase) rows.dropFinished();
        this.#save(left);
      });
    }
    return left;
  }

  /**
   * What there is; where the stop for a break was taken back, the round that the break had put an end to, and where it
   * was done again, the break.
   */
  #unbroken(): Focus | null {
    const { work } = this.#deps;
    const focus = this.current();
    const left = this.#left;
    if (!focus || !left) return focus;
    const turn = turnOf(left, focus, work.running(), work.last());
    if (turn === 'none') return focus;
    if (turn === 'over') {
      this.#left = null;
      return focus;
    }
    const undone = turn === 'undone';
    const round = undone ? left.round : this.#limited(focus);
    const next = undone ? round : left.rest;
    this.#save(next);
    this.#left = { ...left, round, undone };
    return next;
  }

  /** The notification of this phase is out. */
  setTold(focus: Focus): void {
    this.#deps.store.write(() => this.#deps.rows.save({ ...focus, told: true }));
  }

  /** What a person does, with the timer settled before. */
  #act(work: () => void): void {
    this.#deps.work.observe({ acting: true });
    this.#acting = true;
    try {
      work();
    } finally {
      this.#acting = false;
      this.#deps.store.write((announce) => announce('focus'));
    }
  }

  #looked(look: Look): void {
    const { store, rows, work } = this.#deps;
    const focus = rows.read();
    const before = this.#mark;
    const gaps = focus && before ? work.gapsWithin({ from: before.wall, to: look.at }) : [];
    const { credit, mark } = creditOf(focus ? before : null, look, gaps);
    // What could not be credited is still to be credited at the next look.
    store.onRollback(this.#memory());
    this.#mark = mark;
    if (!focus) return;
    const next = advance(focus, credit, mark.wall);
    store.write((announce) => {
      if (next?.phase === 'done' && focus.phase === 'work') rows.addFinished(look.at, focus.length);
      if (next === null || changed(focus, next)) rows.save(next);
      this.#announce(focus, next, announce);
    });
  }

  /** Only what a person can see is announced: not every second that is credited as expected. */
  #announce(before: Focus, after: Focus | null, announce: Announce): void {
    const end = after && this.endsAt(after);
    const moved =
      end === null || this.#told === null ? end !== this.#told : Math.abs(end - this.#told) > TOLERANCE;
    if (moved) this.#told = end;
    if (moved || before.phase !== after?.phase) announce('focus');
  }

  #save(focus: Focus | null): void {
    this.#deps.store.write((announce) => {
      this.#deps.store.onRollback(this.#memory());
      this.#deps.rows.save(focus);
      this.#told = focus && this.endsAt(focus);
      announce('focus');
    });
  }

  /** Puts back what is remembered now beside the rows. */
  #memory(): () => void {
    const mark = this.#mark;
    const told = this.#told;
    return () => {
      this.#mark = mark;
      this.#told = told;
    };
  }

  #next(): Focus {
    return newRound(this.#roundLength(), this.#deps.clock.now());
  }

  #resumed(focus: Focus): Focus {
    return { ...focus, paused: false, seenAt: this.#deps.clock.now() };
  }

  #view(focus: Focus, finished: number): FocusRound {
    const { phase, length, credited, paused, since } = focus;
    const isBreak = phase === 'break';
    return {
      phase,
      length,
      paused,
      endsAt: isBreak ? since + length : this.endsAt(focus),
      left: isBreak || phase === 'rested' ? 0 : length - credited,
      breakLength: this.#breakLength(phase === 'work' ? finished + 1 : finished),
    };
  }

  #roundLength(): number {
    return this.#deps.settings.get('focusMinutes') * MINUTE;
  }

  #breakLength(finished: number): number {
    const { settings } = this.#deps;
    const long = isLongBreak(finished, settings.get('focusRounds'));
    return settings.get(long ? 'focusLongBreakMinutes' : 'focusBreakMinutes') * MINUTE;
  }

  #finishedToday(): number {
    const { clock, rows } = this.#deps;
    const zone = clock.zone();
    return rows.finishedWithin(dayBounds(dateOf(clock.now(), zone), zone));
  }
}

function changed(before: Focus, after: Focus): boolean {
  return (
    before.phase !== after.phase ||
    before.credited !== after.credited ||
    before.seenAt !== after.seenAt ||
    before.since !== after.since
  );
}
