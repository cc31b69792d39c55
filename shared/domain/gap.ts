import { clip, length, type Span, union } from './spans.ts';

/** Why nobody can say what happened: what the machine, the app or the person did meanwhile. */
export const gapCauses = [
  'sleep',
  'crash',
  'closed',
  'idle',
  'clock_ahead',
  'clock_back',
  'stopped',
] as const;
export type GapCause = (typeof gapCauses)[number];

/** A running timer gives a sign of life this often, milliseconds: with a late timer and the commit, within 30 s. */
export const BEAT = 20_000;
/** A silence longer than this is a gap, milliseconds. */
export const LONGEST_SILENCE = 90_000;
/** Clocks are corrected by a little all the time; only more than this is a clock set back, milliseconds. */
export const CLOCK_TOLERANCE = 2_000;

/** The clocks at one moment, milliseconds. Monotonic time and uptime compare only within one run of the app. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
  /** Like monotonic, but it also counts while the computer sleeps; null when it is not known. */
  readonly uptime: number | null;
}

/** The running timer's last sign of life. */
export interface Sign extends Moment {
  readonly sameRun: boolean;
  /** The app was closed in good order after it. */
  readonly closed: boolean;
}

export type Verdict =
  /** Nothing happened; the timer ran until `at`. */
  | { readonly kind: 'steady'; readonly at: number }
  | { readonly kind: 'gap'; readonly from: number; readonly to: number; readonly cause: GapCause }
  /** The clock was set back: work is known until `at`, and the clock then showed `to`. */
  | { readonly kind: 'back'; readonly at: number; readonly to: number };

/**
 * What happened between the last sign of life and now. `suspended` says that the system announced its sleep.
 * Where sleep and a clock set ahead look alike, it was sleep.
 */
export function judge(last: Sign, now: Moment, suspended: boolean): Verdict {
  const ran = last.sameRun ? Math.max(0, now.monotonic - last.monotonic) : 0;
  const silence = now.wall - last.wall;
  if (silence > LONGEST_SILENCE) {
    return { kind: 'gap', from: last.wall, to: now.wall, cause: causeOf(last, now, ran, suspended) };
  }
  // Longer than any beat: the app stood still, so what ran meanwhile is not known to be work.
  if (ran > LONGEST_SILENCE) return { kind: 'back', at: last.wall, to: now.wall };
  const expected = last.wall + Math.round(ran);
  if (now.wall < expected - CLOCK_TOLERANCE) return { kind: 'back', at: expected, to: now.wall };
  return { kind: 'steady', at: Math.max(now.wall, last.wall) };
}

function causeOf(last: Sign, now: Moment, ran: number, suspended: boolean): GapCause {
  if (!last.sameRun) return last.closed ? 'closed' : 'crash';
  if (suspended || ran > LONGEST_SILENCE || last.uptime === null || now.uptime === null) return 'sleep';
  const elapsed = now.uptime - last.uptime;
  return now.wall - last.wall - elapsed > LONGEST_SILENCE ? 'clock_ahead' : 'sleep';
}

/** What of `span` none of `others` covers, in order. */
export function without(span: Span, others: readonly Span[]): Span[] {
  const rest: Span[] = [];
  let from = span.from;
  for (const other of union(others.flatMap((one) => clip(one, span) ?? []))) {
    if (other.from > from) rest.push({ from, to: other.from });
    from = Math.max(from, other.to);
  }
  if (from < span.to) rest.push({ from, to: span.to });
  return rest;
}

/**
 * The stretches of an absence that are idle: meetings of the work itself need no keyboard, and what remains beside
 * them is not asked about when it is shorter than `limit` milliseconds.
 */
export function idleStretches(absence: Span, meetings: readonly Span[], limit: number): Span[] {
  return without(absence, meetings).filter((stretch) => length(stretch) >= limit);
}

/** What a piece of a gap may have been; null is nothing. */
export interface Piece<Subject> extends Span {
  readonly subject: Subject | null;
}

/**
 * A first guess at what a gap was: the work that ran goes on until the first event in it, events are what they say,
 * and after them nobody knows. What is already tracked (`taken`) stays nothing. The pieces tile the gap exactly.
 */
export function suggestPieces<Subject>(
  gap: Span,
  running: Subject,
  events: readonly (Span & { readonly subject: Subject })[],
  taken: readonly Span[],
): Piece<Subject>[] {
  const pieces: Piece<Subject>[] = [];
  const covered = union(taken);
  const put = (span: Span, subject: Subject | null) => {
    const blocked = covered.flatMap((one) => clip(one, span) ?? []).map((one) => ({ ...one, subject: null }));
    const free = without(span, taken).map((one) => ({ ...one, subject }));
    pieces.push(...[...blocked, ...free].filter((one) => length(one) > 0).sort((a, b) => a.from - b.from));
  };
  let from = gap.from;
  let first = true;
  for (const event of [...events].sort((a, b) => a.from - b.from)) {
    const start = Math.max(event.from, from);
    const end = Math.min(event.to, gap.to);
    if (end <= start) continue;
    if (start > from) put({ from, to: start }, first ? running : null);
    put({ from: start, to: end }, event.subject);
    from = end;
    first = false;
  }
  if (from < gap.to) put({ from, to: gap.to }, first ? running : null);
  return pieces;
}

/** Whether pieces follow each other from the gap's start to its end without a hole, and none is empty. */
export function tiles(gap: Span, pieces: readonly Span[]): boolean {
  let at = gap.from;
  for (const piece of pieces) {
    if (piece.from !== at || piece.to <= piece.from) return false;
    at = piece.to;
  }
  return at === gap.to;
}
