import { describe, expect, it } from 'vitest';
import { historySteps } from '#renderer/features/time/entry/history.ts';
import type { EntryRecord } from '#shared/ipc/time.ts';

const record = (changes: Partial<EntryRecord> = {}): EntryRecord => ({
  clientId: 'north',
  taskId: null,
  note: 'Inbox',
  category: null,
  startedAt: 1_000,
  endedAt: 2_000,
  zone: 'Europe/Tallinn',
  billable: true,
  ...changes,
});

describe('the history of an entry', () => {
  it('tells the newest change first, with the fields that differ', () => {
    const steps = historySteps([
      { id: 1, at: 10, before: null, after: record() },
      { id: 2, at: 20, before: record(), after: record({ endedAt: 3_000, note: 'Mail' }) },
      { id: 3, at: 30, before: record({ endedAt: 3_000 }), after: record({ endedAt: 3_000 }) },
      { id: 4, at: 40, before: record(), after: null },
      { id: 5, at: 50, before: null, after: record() },
    ]);
    expect(steps.map(({ id, kind, fields }) => [id, kind, fields])).toEqual([
      [5, 'brought', []],
      [4, 'deleted', []],
      [2, 'changed', ['note', 'end']],
      [1, 'added', []],
    ]);
  });

  it('does not take a record from before there were kinds of work for another kind', () => {
    const change = { id: 1, at: 10, before: record(), after: record({ workKindId: null }) };
    expect(historySteps([change])).toEqual([]);
  });
});
