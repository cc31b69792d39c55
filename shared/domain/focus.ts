import { HOUR } from './duration.ts';
import { without } from './gap.ts';
import { type Span, total } from './spans.ts';

/** A round that stood still for longer is no longer the same stretch of work, milliseconds. */
export const LONGEST_PAUSE = HOUR;

/**
 * `work`: a round counts while the timer runs; `done`: it has been worked through and the person decides what comes;
 * `break`: time off; `rested`: that is over.
 */
export const focusPhases = ['work', 'done', 'break', 'rested'] as const;
export type FocusPhase = (typeof focusPhases)[number];

/** The one round or break there is. Instants are UTC milliseconds, lengths milliseconds. */
export interface Focus {
  readonly phase: FocusPhase;
  /** Of the round or the break. */
  readonly length: number;
  /** What of the round was worked, never more than its length. */
  readonly credited: number;
  /** The person has stopped the round, not the timer. */
  readonly paused: boolean;
  /** When the round or break began; of `rested`, when the break was over. */
  readonly since: number;
  /** Until when somebody was surely at it. */
  readonly seenAt: number;
  /** That the phase began has been told as a notification, or needs not be. */
  readonly told: boolean;
}

/** What one look at the running timer has found. */
export interface Look {
  /** Until then everything is settled, UTC milliseconds. */
  readonly at: number;
  /** Monotonic milliseconds at that moment. */
  readonly monotonic: number;
  /** The person was surely there until then, at most `at`. */
  readonly present: number;
  /** The timer has run since the look before, under the eyes of this run of the app, and no sleep was announced. */
  readonly watched: boolean;
}

/** One moment on both clocks, milliseconds. Monotonic time compares only within one run of the app. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/** How far work has been credited, and the looks since then, in order: the time up to them waits. */
export interface Mark extends Moment {
  readonly looks: readonly Moment[];
}

/** A round of `length` milliseconds that begins now. */
export function newRound(length: number, now: number): Focus {
  return { phase: 'work', length, credited: 0, paused: false, since: now, seenAt: now, told: true };
}

/** Time off of `length` milliseconds that begins now. */
export function newBreak(length: number, now: number): Focus {
  return { ...newRound(length, now), phase: 'break' };
}

/**
 * What a look adds to the work since `mark`: what lies up to the person's last input, in no gap, and is no longer than
 * the monotonic clock says between each two looks: time that passed in a gap makes up for no clock set ahead after it.
 * What nobody watched adds nothing. Time without input waits: it counts once somebody is back before it is idle time,
 * and never if it becomes a gap.
 */
export function creditOf(
  mark: Mark | null,
  look: Look,
  gaps: readonly Span[],
): { readonly credit: number; readonly mark: Mark } {
  const { at, monotonic } = look;
  if (!mark || !look.watched) return { credit: 0, mark: { wall: at, monotonic, looks: [] } };
  const last = mark.looks.at(-1) ?? mark;
  const looks = [...mark.looks, { wall: Math.max(at, last.wall), monotonic }];
  const to = Math.min(look.present, at);
  if (to <= mark.wall) return { credit: 0, mark: { ...mark, looks } };
  let from: Moment = mark;
  let credit = 0;
  for (const next of looks) {
    const end = next.wall <= to ? next : within(from, next, to);
    credit += workedBetween(from, end, gaps);
    from = end;
    if (next.wall > to) break;
  }
  const { wall } = from;
  return { credit: Math.floor(credit), mark: { ...from, looks: looks.filter((one) => one.wall > wall) } };
}

/** The moment of `wall`, at most `to`. Where the wall clock was set ahead, that was before: never earlier than `from`. */
function within(from: Moment, to: Moment, wall: number): Moment {
  return { wall, monotonic: Math.max(from.monotonic, to.monotonic - (to.wall - wall)) };
}

/** Work between two looks: where fewer milliseconds passed than the wall clock says, those in gaps passed first. */
function workedBetween(from: Moment, to: Moment, gaps: readonly Span[]): number {
  const worked = total(without({ from: from.wall, to: to.wall }, gaps));
  const idle = to.wall - from.wall - worked;
  return Math.max(0, Math.min(worked, to.monotonic - from.monotonic - idle));
}

/**
 * The round after `credit` milliseconds of work up to `until`. Null when it stood still for too long before them. A
 * paused round and one that is done take nothing.
 */
export function advance(focus: Focus, credit: number, until: number): Focus | null {
  if (focus.phase === 'break' || focus.phase === 'rested') return focus;
  if (until - focus.seenAt - credit > LONGEST_PAUSE) return null;
  const seenAt = (credit > 0 && !focus.paused) || until < focus.seenAt ? until : focus.seenAt;
  // Where the clock was set back, the work since the round began lies before its beginning.
  const since = Math.min(focus.since, until);
  if (focus.phase === 'done' || focus.paused) return { ...focus, seenAt, since };
  const credited = Math.min(focus.length, focus.credited + credit);
  if (credited < focus.length) return { ...focus, credited, seenAt, since };
  return { ...focus, phase: 'done', credited, seenAt, since, told: false };
}

/** The round where no more than `tracked` milliseconds are left of the work since it began: the rest was taken back. */
export function limited(focus: Focus, tracked: number): Focus {
  const isRound = focus.phase === 'work' || focus.phase === 'done';
  if (!isRound || focus.credited <= tracked) return focus;
  return { ...focus, phase: 'work', credited: tracked, told: true };
}

/** What holds at `now` by itself: breaks end, work ends a break, and what stood still for too long is over (null). */
export function reconciled(focus: Focus, now: number, runs: boolean, roundLength: number): Focus | null {
  if (focus.phase === 'work') {
    const stands = focus.paused || !runs;
    return stands && now - focus.seenAt > LONGEST_PAUSE ? null : focus;
  }
  // Who stops the timer after a round, and takes no break, has finished.
  if (focus.phase === 'done') return runs ? focus : null;
  const rested = focus.phase === 'rested' ? focus : afterBreak(focus, now);
  if (rested.phase === 'rested' && now - rested.since > LONGEST_PAUSE) return null;
  return runs ? newRound(roundLength, now) : rested;
}

function afterBreak(focus: Focus, now: number): Focus {
  // The clock was set back: the break begins anew at most.
  if (now < focus.since) return { ...focus, since: now };
  const end = focus.since + focus.length;
  return now < end ? focus : { ...focus, phase: 'rested', since: end, told: false };
}

/** When something changes by itself although nobody does anything and the timer stands, UTC milliseconds; null never. */
export function standsUntil(focus: Focus, runs: boolean): number | null {
  if (focus.phase === 'break') return focus.since + focus.length;
  if (focus.phase === 'rested') return focus.since + LONGEST_PAUSE + 1;
  return focus.paused || !runs ? focus.seenAt + LONGEST_PAUSE + 1 : null;
}

/** Whether the break after the round that is number `finished` of today is a long one; `every` 0 never has one. */
export function isLongBreak(finished: number, every: number): boolean {
  return every > 0 && finished > 0 && finished % every === 0;
}

/**
 * What is left, as a clock: `24:07`, `1:30:00`. Parts of a second count as a whole one, so that `0:00` means over.
 * @param ms milliseconds; less than none shows as none.
 */
export function formatLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1_000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
