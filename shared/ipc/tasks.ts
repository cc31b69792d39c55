import { z } from 'zod';
import type { ColumnKind } from '#shared/domain/board.ts';
import { type Category, categories } from '#shared/domain/category.ts';
import type { Doubled } from '#shared/domain/due.ts';
import type { Due } from '#shared/domain/due-day.ts';
import type { Took } from '#shared/domain/similar-tasks.ts';
import { placeFields } from './board.ts';
import { clockTime, id, isoDate, requiredText, text, workKindId, zone } from './fields.ts';
import { read, write } from './method.ts';

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

export interface TaskLink {
  readonly id: string;
  /** Empty when only the address is known. */
  readonly title: string;
  readonly url: string;
  /** The Drive file it stands for. */
  readonly fileId: string | null;
  readonly addedAt: number;
}

/** A time entry as the task's panel lists it. */
export interface TaskTime {
  readonly id: string;
  readonly note: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** IANA zone it was recorded in. */
  readonly zone: string;
}

export const historyKinds = [
  'created',
  'renamed',
  'moved',
  'completed',
  'reopened',
  'due',
  'category',
  'workKind',
  'estimate',
  'brief',
  'waiting',
  'followedUp',
  'linkAdded',
  'linkRemoved',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** One meaningful change. `data` holds what the sentence about it needs, as it was then. */
export interface HistoryRow {
  readonly id: string;
  readonly at: number;
  readonly kind: HistoryKind;
  readonly data: Readonly<Record<string, string | number | null>>;
}

export interface Task {
  readonly id: string;
  readonly clientId: string;
  readonly columnId: string;
  readonly title: string;
  /** The brief: what is wanted, and what done looks like. */
  readonly wanted: string;
  readonly doneLooksLike: string;
  readonly due: Due | null;
  /** When the clocks show the due time twice that day: which one is meant. */
  readonly dueDoubled: Doubled | null;
  readonly category: Category | null;
  /** What its time is of unless an entry says otherwise. */
  readonly workKindId: string | null;
  readonly estimateMinutes: number | null;
  readonly waitingOn: string;
  readonly waitingSince: number | null;
  readonly completedAt: number | null;
  readonly createdAt: number;
  readonly trackedSeconds: number;
  readonly checklist: readonly ChecklistItem[];
  readonly links: readonly TaskLink[];
  /** Newest first, at most 100. */
  readonly time: readonly TaskTime[];
  readonly timeCount: number;
  /** Newest first, at most 100. */
  readonly history: readonly HistoryRow[];
}

/** A task in a list across clients. */
export interface TaskRow {
  readonly id: string;
  readonly clientId: string;
  readonly title: string;
  readonly columnName: string;
  readonly columnKind: ColumnKind;
  readonly due: Due | null;
  readonly category: Category | null;
  readonly estimateMinutes: number | null;
  readonly trackedSeconds: number;
  readonly runningSince: number | null;
  readonly waitingOn: string;
  readonly waitingSince: number | null;
}

export interface TaskHit {
  readonly id: string;
  readonly clientId: string;
  readonly clientName: string;
  /** 1 to 8. */
  readonly clientColor: number;
  readonly title: string;
  readonly columnName: string;
  readonly columnKind: ColumnKind;
  readonly completedAt: number | null;
}

const due = z
  .strictObject({
    date: isoDate,
    time: clockTime.nullish(),
    zone: zone.nullish(),
    doubled: z.enum(['earlier', 'later']).optional(),
  })
  .refine((value) => !value.time || value.zone, { error: 'field.zone', path: ['zone'] })
  .nullable();
const category = z.enum(categories).nullable();
const minutes = z.int('field.duration').min(1, 'field.duration').max(60_000, 'field.duration').nullable();
const ids = z.array(id).min(1).max(5_000, 'limit');
const longText = text(20_000);

const changes = {
  title: requiredText(500).optional(),
  wanted: longText.optional(),
  doneLooksLike: longText.optional(),
  due: due.optional(),
  category: category.optional(),
  workKindId: workKindId.nullable().optional(),
  estimateMinutes: minutes.optional(),
  waitingOn: text(200).optional(),
};

/** What a change of a due date answers: the clocks show the time twice, and this one was taken. */
export interface ChangeAnswer {
  readonly dueDoubled: Doubled | null;
}

export const tasksContract = {
  /** Everything the panel of one task shows. */
  'tasks.get': read<Task>()(z.strictObject({ id }), ['tasks', 'time']),
  /** What finished tasks like this one took; null with too few of them. */
  'tasks.similar': read<Took | null>()(z.strictObject({ id }), ['tasks', 'time']),
  /** The same for a task that is only being written. */
  'tasks.similarToNew': read<Took | null>()(z.strictObject({ clientId: id, title: text(500), category }), [
    'tasks',
    'time',
  ]),
  /** Open tasks due up to and including a day, as that day is in `zone`, soonest first; clients put away are left out. */
  'tasks.due': read<readonly TaskRow[]>()(z.strictObject({ until: isoDate, zone, clientId: id.optional() }), [
    'tasks',
    'time',
    'clients',
  ]),
  /** Open tasks in columns of kind waiting, longest waiting first. */
  'tasks.waiting': read<readonly TaskRow[]>()(z.strictObject({}), ['tasks', 'time', 'clients']),
  /** Full text as one types, across all clients: fitting titles first, the newest first among equals. */
  'tasks.search': read<readonly TaskHit[]>()(
    z.strictObject({
      text: z.string().max(1_000, 'field.tooLong'),
      limit: z.int().min(1).max(100).default(20),
      clientId: id.optional(),
    }),
    ['tasks', 'clients'],
  ),

  /** Adds at the head of a column; without one, of the first column for open work. The caller may choose the id. */
  'tasks.add': write<{ readonly id: string } & ChangeAnswer>()(
    z.strictObject({
      id: id.optional(),
      clientId: id,
      columnId: id.optional(),
      ...changes,
      title: requiredText(500),
    }),
  ),
  /** Only the given fields change. */
  'tasks.change': write<ChangeAnswer>()(z.strictObject({ id, ...changes })),
  /** Moves cards together, in this order, to one place; a column of kind done completes them. */
  'tasks.move': write()(z.strictObject({ ids, columnId: id, ...placeFields })),
  /** The same change for many. */
  'tasks.changeMany': write<ChangeAnswer>()(
    z.strictObject({ ids, due: changes.due, category: changes.category }),
  ),
  /** Deletes with checklist, links and history; tracked time stays with the client. */
  'tasks.delete': write()(z.strictObject({ ids })),
  /** To the head of the first done column. */
  'tasks.complete': write()(z.strictObject({ ids })),
  /** Back to the column it was completed from, or the first one for open work. */
  'tasks.reopen': write()(z.strictObject({ ids })),
  /** The person asked again: waiting counts from now. */
  'tasks.followUp': write()(z.strictObject({ id })),

  'tasks.addItem': write<{ readonly id: string }>()(
    z.strictObject({ taskId: id, id: id.optional(), text: requiredText(500) }),
  ),
  'tasks.changeItem': write()(
    z.strictObject({ id, text: requiredText(500).optional(), done: z.boolean().optional() }),
  ),
  'tasks.moveItem': write()(z.strictObject({ id, ...placeFields })),
  'tasks.deleteItem': write()(z.strictObject({ id })),

  /** Web and mail addresses; one without a scheme is read as `https:`. */
  'tasks.addLink': write<{ readonly id: string }>()(
    z.strictObject({
      taskId: id,
      url: requiredText(4_000),
      title: text(300).default(''),
      fileId: z.string().max(300).optional(),
    }),
  ),
  'tasks.changeLink': write()(
    z.strictObject({ id, url: requiredText(4_000).optional(), title: text(300).optional() }),
  ),
  'tasks.deleteLink': write()(z.strictObject({ id })),
};
