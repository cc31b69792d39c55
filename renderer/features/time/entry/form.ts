import type { Category } from '#shared/domain/category.ts';
import { dateIn, formatClock } from '#shared/domain/clock-format.ts';
import { addDays, daysBetween } from '#shared/domain/due-day.ts';
import { type Occurrence, occurrenceOf, resolveLocal } from '#shared/domain/local-time.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { AddInput, ChangeInput, EntryView, LocalMoment } from '#shared/ipc/time.ts';

/** What the dialog opens on. `from` and `to` are instants to begin a new entry with. */
export type EntryDraft =
  | {
      readonly kind: 'new';
      readonly clientId: string | null;
      readonly date: string;
      readonly from?: number;
      readonly to?: number;
    }
  | { readonly kind: 'change'; readonly entry: EntryView };

export interface EntryValues {
  readonly clientId: string | null;
  readonly taskId: string | null;
  readonly note: string;
  readonly category: Category | null;
  readonly workKindId: string | null;
  readonly billable: boolean;
  readonly date: string;
  readonly start: string;
  readonly startOccurrence: Occurrence | null;
  readonly end: string;
  /** How many days after `date` it ends. */
  readonly endDays: number;
  readonly endOccurrence: Occurrence | null;
}

export function valuesOf(draft: EntryDraft, zone: string): EntryValues {
  const blank = {
    taskId: null,
    note: '',
    category: null,
    workKindId: null,
    billable: true,
  };
  if (draft.kind === 'new') {
    const { from, to, clientId, date } = draft;
    return {
      ...blank,
      clientId,
      date: from === undefined ? date : dateIn(from, zone),
      start: from === undefined ? '' : formatClock(from, zone),
      startOccurrence: from === undefined ? null : occurrenceOf(from, zone),
      end: to === undefined ? '' : formatClock(to, zone),
      endOccurrence: to === undefined ? null : occurrenceOf(to, zone),
      endDays: from === undefined || to === undefined ? 0 : daysBetween(dateIn(from, zone), dateIn(to, zone)),
    };
  }
  const { entry } = draft;
  const date = dateIn(entry.startedAt, entry.zone);
  return {
    clientId: entry.clientId,
    taskId: entry.taskId,
    note: entry.note,
    category: entry.category,
    workKindId: entry.workKindId,
    billable: entry.billable,
    date,
    start: formatClock(entry.startedAt, entry.zone),
    startOccurrence: occurrenceOf(entry.startedAt, entry.zone),
    end: entry.endedAt === null ? '' : formatClock(entry.endedAt, entry.zone),
    endOccurrence: entry.endedAt === null ? null : occurrenceOf(entry.endedAt, entry.zone),
    endDays: entry.endedAt === null ? 0 : daysBetween(date, dateIn(entry.endedAt, entry.zone)),
  };
}

export function startOf(values: EntryValues): LocalMoment {
  return moment(values.date, values.start, values.startOccurrence);
}

export function endOf(values: EntryValues): LocalMoment {
  return moment(addDays(values.date, values.endDays), values.end, values.endOccurrence);
}

/** The input of a new entry; the client must be chosen. The task's category and kind hold where none is chosen. */
export function addInputOf(values: EntryValues, clientId: string, zone: string): AddInput {
  const { taskId, note, category, workKindId, billable } = values;
  const sorted = { ...(category ? { category } : {}), ...(workKindId ? { workKindId } : {}) };
  return { clientId, taskId, note, ...sorted, billable, start: startOf(values), end: endOf(values), zone };
}

/** Only what differs from the entry as it was opened; null when nothing does. */
export function changeInputOf(id: string, before: EntryValues, after: EntryValues): ChangeInput | null {
  const input: ChangeInput = {
    id,
    ...(after.clientId && after.clientId !== before.clientId ? { clientId: after.clientId } : {}),
    ...(after.taskId !== before.taskId ? { taskId: after.taskId } : {}),
    ...(after.note !== before.note ? { note: after.note } : {}),
    ...(after.category !== before.category ? { category: after.category } : {}),
    ...(after.workKindId !== before.workKindId ? { workKindId: after.workKindId } : {}),
    ...(after.billable !== before.billable ? { billable: after.billable } : {}),
    ...(differs(startOf(before), startOf(after)) ? { start: startOf(after) } : {}),
    ...(after.end !== '' && differs(endOf(before), endOf(after)) ? { end: endOf(after) } : {}),
  };
  return Object.keys(input).length > 1 ? input : null;
}

/** From start to end as typed, the end not after the start perhaps; null while one of them cannot be told. */
export function typedSpan(values: EntryValues, zone: string): Span | null {
  const from = instantOf(startOf(values), zone);
  const to = instantOf(endOf(values), zone);
  return from === null || to === null ? null : { from, to };
}

/** Whether this moment happens twice in the zone. */
export function isDoubled(at: LocalMoment, zone: string): boolean {
  return isTime(at.time) && resolveLocal(at.date, at.time, zone).kind === 'two';
}

function instantOf(at: LocalMoment, zone: string): number | null {
  if (!isTime(at.time)) return null;
  const found = resolveLocal(at.date, at.time, zone);
  if (found.kind === 'one') return found.at;
  return found.kind === 'two' && at.occurrence ? found[at.occurrence] : null;
}

function moment(date: string, time: string, occurrence: Occurrence | null): LocalMoment {
  return occurrence ? { date, time, occurrence } : { date, time };
}

function differs(before: LocalMoment, after: LocalMoment): boolean {
  return before.date !== after.date || before.time !== after.time || before.occurrence !== after.occurrence;
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
