import { describe, expect, it } from 'vitest';
import { changeInputOf, startOf, typedSpan, valuesOf } from '#renderer/features/time/entry/form.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { occurrenceOf } from '#shared/domain/local-time.ts';
import type { EntryView } from '#shared/ipc/time.ts';

const zone = 'America/New_York';
/** 01:30 on the night when New York's clocks go back, for the first time. */
const first = Date.UTC(2026, 10, 1, 5, 30);

const entryAt = (startedAt: number, endedAt: number) =>
  ({
    ...{ id: 'e', clientId: 'c', taskId: null, note: 'night', category: null, workKindId: null },
    ...{ billable: true, startedAt, endedAt, zone },
  }) as EntryView;

describe('which of two equal times', () => {
  it.each([
    ['America/New_York', first, 'earlier'],
    ['America/New_York', first + HOUR + 59_999, 'later'],
    ['America/New_York', first - 31 * MINUTE, null],
    ['America/New_York', first + HOUR + 30 * MINUTE, null],
    // By half an hour: 01:30 to 02:00.
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 14, 45), 'earlier'],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15, 15), 'later'],
    ['Asia/Kathmandu', first, null],
  ] as const)('is known of an instant: %s %d', (where, at, which) => {
    expect(occurrenceOf(at, where)).toBe(which);
  });

  it.each([first, first + HOUR])('is filled in when an entry is opened, and is no change', (startedAt) => {
    const entry = entryAt(startedAt, startedAt + 3 * HOUR);
    const before = valuesOf({ kind: 'change', entry }, zone);
    expect(typedSpan(before, zone)).toEqual({ from: startedAt, to: startedAt + 3 * HOUR });
    expect(changeInputOf('e', before, { ...before, note: 'other' })).toEqual({ id: 'e', note: 'other' });
    expect(changeInputOf('e', before, before)).toBeNull();
  });

  it('is filled in for a new entry that begins with an instant', () => {
    const draft = {
      kind: 'new',
      clientId: null,
      date: '2026-11-01',
      from: first + HOUR,
      to: first + 2 * HOUR,
    };
    expect(startOf(valuesOf(draft as Parameters<typeof valuesOf>[0], zone))).toEqual({
      date: '2026-11-01',
      time: '01:30',
      occurrence: 'later',
    });
  });
});
