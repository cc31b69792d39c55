import { type Doubled, type DueInput, resolveDue } from '#shared/domain/due.ts';
import type { Due } from '#shared/domain/due-day.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { tasksContract } from '#shared/ipc/tasks.ts';
import type { tasks } from '../../store/schema/index.ts';
import { dueColumns, dueOf, type HistoryNote, type TaskRecord } from './rows.ts';

export type TaskChanges = Omit<InputOf<(typeof tasksContract)['tasks.change']>, 'id'>;

export interface Patch {
  readonly set: Partial<typeof tasks.$inferInsert>;
  readonly notes: readonly HistoryNote[];
}

export interface ReadDue {
  readonly due: Due | null;
  readonly doubled: Doubled | null;
}

/** Throws `invalid_input` at `due.time` for a time that the clocks skip that day, naming the first one after. */
export function readDue(input: DueInput | null): ReadDue {
  if (input === null) return { due: null, doubled: null };
  const resolved = resolveDue(input);
  if (resolved.kind === 'skipped')
    throw new AppError('invalid_input', {
      reason: 'due.skipped',
      fields: { 'due.time': 'due.skipped' },
      values: { next: resolved.next },
    });
  return { due: resolved.due, doubled: resolved.doubled };
}

/** What has to be set and noted so that `task` becomes as `changes` say; nothing for what is so already. */
export function patchFor(task: TaskRecord, changes: TaskChanges, due: Due | null | undefined): Patch {
  const set: { -readonly [Key in keyof Patch['set']]: Patch['set'][Key] } = {};
  const notes: HistoryNote[] = [];

  if (changes.title !== undefined && changes.title !== task.title) {
    set.title = changes.title;
    notes.push({ kind: 'renamed', data: { from: task.title, to: changes.title } });
  }
  const wanted = changes.wanted ?? task.wanted;
  const doneLooksLike = changes.doneLooksLike ?? task.doneLooksLike;
  if (wanted !== task.wanted || doneLooksLike !== task.doneLooksLike) {
    if (wanted !== task.wanted) set.wanted = wanted;
    if (doneLooksLike !== task.doneLooksLike) set.doneLooksLike = doneLooksLike;
    notes.push({ kind: 'brief', data: {} });
  }
  const before = dueOf(task);
  if (due !== undefined && !sameDue(before, due)) {
    Object.assign(set, dueColumns(due));
    notes.push({ kind: 'due', data: { ...dueData('from', before), ...dueData('to', due) } });
  }
  if (changes.category !== undefined && changes.category !== task.category) {
    set.category = changes.category;
    notes.push({ kind: 'category', data: { from: task.category, to: changes.category } });
  }
  if (changes.workKindId !== undefined && changes.workKindId !== task.workKindId) {
    set.workKindId = changes.workKindId;
    notes.push({ kind: 'workKind', data: { from: task.workKindId, to: changes.workKindId } });
  }
  if (changes.estimateMinutes !== undefined && changes.estimateMinutes !== task.estimateMinutes) {
    set.estimateMinutes = changes.estimateMinutes;
    notes.push({ kind: 'estimate', data: { from: task.estimateMinutes, to: changes.estimateMinutes } });
  }
  if (changes.waitingOn !== undefined && changes.waitingOn !== task.waitingOn) {
    set.waitingOn = changes.waitingOn;
    notes.push({ kind: 'waiting', data: { from: task.waitingOn, to: changes.waitingOn } });
  }
  return { set, notes };
}

function sameDue(a: Due | null, b: Due | null): boolean {
  return a?.date === b?.date && a?.time === b?.time && a?.zone === b?.zone && a?.at === b?.at;
}

function dueData(side: 'from' | 'to', due: Due | null): Record<string, string | number | null> {
  return { [`${side}Date`]: due?.date ?? null, [`${side}At`]: due?.at ?? null };
}
