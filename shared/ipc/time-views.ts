import type { Category } from '../domain/category.ts';
import type { ClientColor } from '../domain/clients.ts';
import type { GapCause } from '../domain/gap.ts';

/** A client as it is shown beside its entries. */
export interface EntryClient {
  readonly clientId: string;
  readonly clientName: string;
  readonly clientCode: string;
  readonly clientColor: ClientColor;
}

export interface EntryView extends EntryClient {
  readonly id: string;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly note: string;
  readonly category: Category | null;
  /** A kind of work; null when nobody said. */
  readonly workKindId: string | null;
  /** UTC milliseconds. */
  readonly startedAt: number;
  /** Null while the timer runs. */
  readonly endedAt: number | null;
  /** IANA zone the entry was made in. */
  readonly zone: string;
  readonly source: 'timer' | 'manual' | 'event' | 'import';
  readonly eventKey: string | null;
  readonly billable: boolean;
  /** On an issued invoice: locked. */
  readonly billed: boolean;
}

/** One occurrence of an event beside the entries, and the entry that was made of it. */
export interface DayEvent extends EntryClient {
  readonly key: string;
  readonly title: string;
  readonly allDay: boolean;
  readonly start: number;
  readonly end: number;
  readonly meetingUrl: string | null;
  /** The client's own zone, IANA. */
  readonly clientZone: string;
  readonly entryId: string | null;
}

/**
 * A stretch in which a timer ran and nobody can say what was done. It is no entry: no sum counts it. One of
 * `clock_back` may lie beside entries, as the clock showed that stretch twice, and may be empty: it then only tells
 * that the clock was set back.
 */
export interface GapView extends EntryClient {
  readonly id: string;
  /** The entry that ran when it began; null once that is gone. */
  readonly entryId: string | null;
  /** What ran: the entry's subject, as it is now. */
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly note: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
  readonly billable: boolean;
  /** UTC milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
  readonly cause: GapCause;
  readonly noticedAt: number;
  /** Null as long as it needs review. */
  readonly answer: 'kept' | 'discarded' | 'split' | null;
  readonly answeredAt: number | null;
}

/** What of a gap may have been what; the pieces tile it. */
export interface SuggestedPiece {
  readonly from: number;
  readonly to: number;
  /** Null is nothing, neither tracked nor billed. */
  readonly subject: (EntryClient & PieceSubjectView) | null;
}

interface PieceSubjectView {
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly note: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
  /** The event that the piece is made of, so that it never becomes a second entry. */
  readonly eventKey: string | null;
}

/** A gap that needs review, with everything its question shows. */
export interface OpenGap extends GapView {
  /** Timed events that touch it, ordered by start. */
  readonly events: readonly DayEvent[];
  /** What was entered for parts of it in the meantime; pieces there must be null. */
  readonly taken: readonly { readonly from: number; readonly to: number }[];
  readonly suggestion: readonly SuggestedPiece[];
  /**
   * `keep` and `split` are missing where the clock was set back: that wall-clock time is tracked already. What ran
   * there can be discarded, or moved to a free time. `stop` comes first where a timer was most likely forgotten.
   */
  readonly choices: readonly ('stop' | 'keep' | 'discard' | 'split' | 'move')[];
  /** Since when what ran goes on, which `stop` would not count, UTC milliseconds; null where `stop` is no choice. */
  readonly goneOn: number | null;
  /** The entry that keeping makes or grows, end null while it runs; null where `keep` is no choice. */
  readonly kept: { readonly startedAt: number; readonly endedAt: number | null } | null;
}

/** How much waits for an answer. */
export interface ReviewTotals {
  /** Open gaps of all days, and milliseconds of them. */
  readonly count: number;
  readonly total: number;
  /** Milliseconds of them within today. */
  readonly today: number;
  /** The one that began first: what "Resolve" opens. */
  readonly first: GapView | null;
}

/** A timer that has run for so long, or over midnight, that it may have been forgotten. */
export interface StillWorking {
  readonly entry: EntryView;
  readonly why: 'midnight' | 'length';
}

/** A date in a zone with everything tracked and planned that touches it. */
export interface DayView {
  readonly date: string;
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly targetMinutes: number;
  /** Ordered by start; an entry over midnight comes whole, on both days. */
  readonly entries: readonly EntryView[];
  /** Ordered by start. */
  readonly events: readonly DayEvent[];
  /** Ordered by start, open and answered; one over midnight comes whole, on both days. */
  readonly gaps: readonly GapView[];
}

export interface WeekLine {
  /** Milliseconds a day, closed entries and the running one up to `now`. */
  readonly days: readonly number[];
  /** Milliseconds a day that are on issued invoices. */
  readonly billed: readonly number[];
  /** The day on which a timer runs now, counted from 0. */
  readonly runs: number | null;
}

export interface WeekTask extends WeekLine {
  /** Null for what is of no task. */
  readonly taskId: string | null;
  readonly title: string | null;
}

export interface WeekRow extends EntryClient, WeekLine {
  /** Contracted; null when none were agreed. */
  readonly weeklyMinutes: number | null;
  /** Those with time in the week, and open ones tracked lately; no task comes last. */
  readonly tasks: readonly WeekTask[];
}

export interface WeekView {
  readonly zone: string;
  readonly now: number;
  readonly dates: readonly string[];
  /** The spans of the dates, UTC milliseconds. */
  readonly days: readonly { readonly from: number; readonly to: number }[];
  readonly targetMinutes: number;
  /** Milliseconds a day that need review; no row counts them. */
  readonly review: readonly number[];
  readonly rows: readonly WeekRow[];
}

export interface ListView {
  readonly rows: readonly EntryView[];
  readonly count: number;
  /** Milliseconds of all entries that fit the filter, the running one up to now, as far as they lie in its dates. */
  readonly total: number;
  readonly now: number;
}

export interface TodayTotals {
  readonly date: string;
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly targetMinutes: number;
  /** Milliseconds of closed entries within the day, most first. */
  readonly clients: readonly (EntryClient & { readonly closed: number })[];
  readonly review: ReviewTotals;
}

/** Something a timer can be started on. */
export interface Choice extends EntryClient {
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  /** Tracked lately, so it stands first. */
  readonly recent: boolean;
}

export interface EntryChange {
  readonly id: number;
  readonly at: number;
  readonly before: EntryRecord | null;
  readonly after: EntryRecord | null;
}

/** What is kept of an entry in its history. */
export interface EntryRecord {
  readonly clientId: string;
  readonly taskId: string | null;
  readonly note: string;
  readonly category: Category | null;
  /** Missing in records made before there were kinds of work. */
  readonly workKindId?: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly zone: string;
  readonly billable: boolean;
}
