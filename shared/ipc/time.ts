import { z } from 'zod';
import { categories } from '../domain/category.ts';
import { clockTime, id, instant, isoDate, pastDate, text, workKindId, zone } from './fields.ts';
import { read, write } from './method.ts';
import { answerInput } from './time-gaps.ts';
import type {
  Choice,
  DayView,
  EntryChange,
  EntryView,
  GapView,
  ListView,
  OpenGap,
  StillWorking,
  TodayTotals,
  WeekView,
} from './time-views.ts';

export type * from './time-views.ts';

/** Characters of an entry's note at most. */
export const longestNote = 2_000;

const about = {
  clientId: id,
  taskId: id.nullable().optional(),
  note: text(longestNote).optional(),
  category: z.enum(categories).nullable().optional(),
  workKindId: workKindId.nullable().optional(),
};

/** A wall-clock moment; `occurrence` answers which one, where the clocks go back. */
const localMoment = z.strictObject({
  date: pastDate,
  time: clockTime,
  occurrence: z.enum(['earlier', 'later']).optional(),
});

const clientFilter = { clientId: id.nullable() };

const entryFilter = z.strictObject({
  ...clientFilter,
  taskId: id.nullable().optional(),
  /** `none` finds what has no category. */
  category: z
    .enum([...categories, 'none'])
    .nullable()
    .optional(),
  /** `none` finds what is of no kind. */
  workKindId: workKindId.nullable().optional(),
  billable: z.boolean().nullable().optional(),
  /** Entries that touch the dates `fromDate` to `toDate`, both included, in `zone` or else the person's own. */
  fromDate: isoDate.nullable().optional(),
  toDate: isoDate.nullable().optional(),
  zone: zone.optional(),
  text: text(200).optional(),
});

/** How many entries are changed at once at most. */
export const mostAtOnce = 5_000;

/** Undefined leaves as it is, null takes away. */
const assignInput = z.strictObject({
  ids: z.array(id).min(1).max(mostAtOnce, 'limit'),
  category: about.category,
  workKindId: about.workKindId,
});

/** How many entries changed, and how many could not because they are invoiced. */
export interface Assigned {
  readonly changed: number;
  readonly locked: number;
}

export type AssignInput = z.infer<typeof assignInput>;
export type EntryFilter = z.infer<typeof entryFilter>;
export type LocalMoment = z.infer<typeof localMoment>;

/** What a timer is started on. */
export const startInput = z.strictObject(about);

const addInput = z.strictObject({
  ...about,
  billable: z.boolean().optional(),
  start: localMoment,
  end: localMoment,
  zone,
});

const changeInput = z.strictObject({
  id,
  clientId: id.optional(),
  taskId: about.taskId,
  note: about.note,
  category: about.category,
  workKindId: about.workKindId,
  billable: z.boolean().optional(),
  start: localMoment.optional(),
  end: localMoment.optional(),
  zone: zone.optional(),
});

const cellInput = z.strictObject({
  clientId: id,
  /** Left out: all of the client's time. Null: what is of no task. */
  taskId: id.nullable().optional(),
  date: pastDate,
  /** Milliseconds, of a day at most. */
  length: z
    .int()
    .min(0)
    .max(25 * 3_600_000, 'time.tooLong'),
  /** Entries that this leaves nothing of may go. */
  remove: z.boolean(),
});

export type CellInput = z.infer<typeof cellInput>;

/** So many entries would have to go first, and nothing was changed; 0 when it is done. */
export interface CellSet {
  readonly removes: number;
  /** Where an entry was added, UTC milliseconds. */
  readonly added?: { readonly from: number; readonly to: number };
}

/** What other entries claim of a span as well. */
export interface Overlap {
  /** Milliseconds that would be counted twice. */
  readonly length: number;
  readonly entries: readonly EntryView[];
}

export type StartInput = z.infer<typeof startInput>;
export type AddInput = z.infer<typeof addInput>;
export type ChangeInput = z.infer<typeof changeInput>;

const eventInput = z.strictObject({ key: text(2_000).min(1), start: instant });
const onDay = z.strictObject({ ...clientFilter, date: isoDate });
const fresh = ['time', 'tasks', 'clients'] as const;

export const timeContract = {
  /** What runs now; null when nothing does. */
  'time.running': read<EntryView | null>()(z.undefined(), fresh),
  /** Starts a timer; one that runs is stopped in the same step. The same work already running stays as it is. */
  'time.start': write<EntryView>()(startInput),
  /** Stops what runs; null when nothing did. */
  'time.stop': write<EntryView | null>()(z.undefined()),
  /** The same as start, told as a switch in undo. */
  'time.switch': write<EntryView>()(startInput),
  /** Starts a timer on what was tracked last; refused when nothing ever was. */
  'time.resume': write<EntryView>()(z.undefined()),
  'time.add': write<EntryView>()(addInput),
  /** Changes only the fields that are given. */
  'time.change': write<EntryView>()(changeInput),
  /** The same category, kind of work or both for many. */
  'time.assign': write<Assigned>()(assignInput),
  'time.delete': write()(z.strictObject({ ids: z.array(id).min(1).max(1_000) })),
  /** Makes an entry of a calendar event that starts at `start`; refused when there is one already, or it is not over. */
  'time.fromEvent': write<EntryView>()(eventInput),
  /** Starts the timer now on an event that is going on, which counts as an entry from then on. */
  'time.startOnEvent': write<EntryView>()(eventInput),
  /** How much of a span (UTC milliseconds) entries other than `besides` claim already. */
  'time.overlap': read<Overlap>()(
    z.strictObject({ from: instant, to: instant, besides: id.nullable() }),
    fresh,
  ),
  'time.day': read<DayView>()(onDay, [...fresh, 'calendar', 'settings']),
  'time.week': read<WeekView>()(onDay, [...fresh, 'settings']),
  /**
   * Makes a client's or task's time on a day come to a length, as one undoable act: more is a new entry in free time,
   * less shortens the last entries. Refused with `conflict` where invoiced or running time or a full day forbid it.
   */
  'time.setCell': write<CellSet>()(cellInput),
  'time.list': read<ListView>()(
    z.strictObject({
      filter: entryFilter,
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(500),
    }),
    fresh,
  ),
  /** The ids of what fits, newest first, as many as can be changed at once. */
  'time.ids': read<readonly string[]>()(z.strictObject({ filter: entryFilter }), fresh),
  /** Saves all entries of a filter as CSV where the person chooses; null when they cancel. */
  'time.export': write<{ readonly count: number } | null>()(entryFilter),
  /** Ends the running entry at `at` (UTC milliseconds), from its start to now; what ran since is not tracked. */
  'time.stopAt': write<EntryView>()(z.strictObject({ id, at: instant })),
  /** Whether the running timer must be asked about: past midnight or over the set length, each once. */
  'time.stillWorking': read<StillWorking | null>()(z.undefined(), fresh),
  /** Yes, still working on it: the question goes. */
  'time.confirmWorking': write()(z.strictObject({ id })),
  /** Gaps that need review, oldest first. */
  'time.gaps': read<readonly OpenGap[]>()(z.undefined(), [...fresh, 'calendar']),
  /**
   * Answers a gap, as one undoable act; `keep` makes the pieces around it and the gap one entry again where they
   * touch, are the same work and not billed, else an entry for the gap. Refused with `conflict` when it was answered
   * already, when a piece lies over tracked time, or an event is an entry already.
   */
  'time.answerGap': write<GapView>()(answerInput),
  /** Cuts an entry in two at `at`, which lies within it; the second one comes second. Refused when billed. */
  'time.split': write<readonly [EntryView, EntryView]>()(z.strictObject({ id, at: instant })),
  /**
   * Makes one entry of two or more that touch or overlap. They must be the same client, task and billable or not, none
   * billed, at most one made of an event; notes are joined. The earliest stays.
   */
  'time.merge': write<EntryView>()(z.strictObject({ ids: z.array(id).min(2).max(100) })),
  /**
   * Moves one edge of an entry to `at`. It stops at entries and open gaps beside it and at now; refused when the entry
   * is billed, or when it would go over a billed neighbour. Answers the entry as it came to be.
   */
  'time.moveEdge': write<EntryView>()(z.strictObject({ id, edge: z.enum(['start', 'end']), at: instant })),
  'time.totalsToday': read<TodayTotals>()(z.undefined(), [...fresh, 'settings']),
  /**
   * What a timer can be started on: lately tracked first, then clients and open tasks that hold `text`. With a
   * client, its own open tasks, also without a text.
   */
  'time.choices': read<readonly Choice[]>()(z.strictObject({ text: text(200), ...clientFilter }), fresh),
  /** Every change of a closed entry, oldest first. */
  'time.history': read<readonly EntryChange[]>()(z.strictObject({ id }), ['time']),
};
