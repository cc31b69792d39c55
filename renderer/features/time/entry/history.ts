import type { EntryChange, EntryRecord } from '#shared/ipc/time.ts';

/** What of an entry can differ between two records of it, in the order it is told. */
export const historyFields = [
  'client',
  'task',
  'note',
  'category',
  'workKind',
  'start',
  'end',
  'zone',
  'billable',
] as const;
export type HistoryField = (typeof historyFields)[number];

export interface HistoryStep {
  readonly id: number;
  readonly at: number;
  /** `added` where nothing was before, `deleted` where nothing is after, `brought` where it came back. */
  readonly kind: 'added' | 'brought' | 'changed' | 'deleted';
  readonly fields: readonly HistoryField[];
  readonly before: EntryRecord | null;
  readonly after: EntryRecord | null;
}

/** The changes of an entry as a person reads them, newest first; a change of nothing that is shown is left out. */
export function historySteps(changes: readonly EntryChange[]): HistoryStep[] {
  return changes
    .map((change, index): HistoryStep => {
      const { before, after } = change;
      if (before && after) return { ...change, kind: 'changed', fields: differing(before, after) };
      const earlier = changes.slice(0, index).some((one) => one.after === null);
      return { ...change, kind: after ? (earlier ? 'brought' : 'added') : 'deleted', fields: [] };
    })
    .filter(({ kind, fields }) => kind !== 'changed' || fields.length > 0)
    .toReversed();
}

function differing(before: EntryRecord, after: EntryRecord): HistoryField[] {
  return historyFields.filter((field) => shownValue(before, field) !== shownValue(after, field));
}

function shownValue(record: EntryRecord, field: HistoryField): string | number | boolean | null {
  if (field === 'client') return record.clientId;
  if (field === 'task') return record.taskId;
  if (field === 'workKind') return record.workKindId ?? null;
  if (field === 'start') return record.startedAt;
  return field === 'end' ? record.endedAt : record[field];
}
