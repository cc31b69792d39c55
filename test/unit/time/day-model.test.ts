import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayModel } from '#renderer/features/time/day/model.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { EntryView, GapView } from '#shared/ipc/time.ts';
import { zones } from './zones.ts';

function entry(index: number, startedAt: number, endedAt: number | null): EntryView {
  const client = index % 3;
  return {
    id: `entry-${index}`,
    clientId: `client-${client}`,
    clientName: `Client ${client}`,
    clientCode: 'CL',
    clientColor: 1,
    taskId: null,
    taskTitle: null,
    note: '',
    category: null,
    workKindId: null,
    startedAt,
    endedAt,
    zone: 'UTC',
    source: 'manual',
    eventKey: null,
    billable: true,
    billed: false,
  };
}

function dayOf(date: string, zone: string, entries: readonly EntryView[]) {
  return { date, zone, ...dayBounds(date, zone), targetMinutes: 420, entries, events: [], gaps: [] };
}

describe('the picture of a day', () => {
  it('adds its parts up to its total, in every zone and over a change of clocks', () => {
    const lengths = fc.array(
      fc.tuple(fc.integer({ min: -4, max: 26 }), fc.integer({ min: 0, max: 6 * HOUR })),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(lengths, fc.constantFrom(...zones), (all, zone) => {
        const bounds = dayBounds('2026-10-25', zone);
        const entries = all
          .map(([hour, size], index) =>
            entry(index, bounds.from + hour * HOUR, bounds.from + hour * HOUR + size),
          )
          .sort((a, b) => a.startedAt - b.startedAt);
        const model = dayModel(dayOf('2026-10-25', zone, entries), bounds.to, 14 * MINUTE);
        expect(model.parts.reduce((sum, part) => sum + part.milliseconds, 0)).toBe(model.total);
        if (!model.reach) return;
        const covered = model.total - model.overlapTotal;
        expect(covered + model.gapTotal).toBeLessThanOrEqual(model.reach.to - model.reach.from);
      }),
    );
  });

  it('cuts an entry over midnight, runs up to now, and puts short ones side by side', () => {
    const { from } = dayBounds('2026-11-25', 'UTC');
    const model = dayModel(
      dayOf('2026-11-25', 'UTC', [
        entry(0, from - HOUR, from + HOUR),
        entry(1, from + 9 * HOUR, from + 9 * HOUR + MINUTE),
        entry(2, from + 9 * HOUR + 2 * MINUTE, null),
      ]),
      from + 10 * HOUR,
      14 * MINUTE,
    );
    expect(model.entries.map(({ span }) => (span.to - span.from) / MINUTE)).toEqual([60, 1, 58]);
    expect(model.entries.map(({ lane }) => lane.lanes)).toEqual([1, 2, 2]);
    expect(model.overlapTotal).toBe(0);
    expect(model.gaps).toEqual([{ gap: { from: from + HOUR, to: from + 9 * HOUR }, discarded: [] }]);
  });

  it('keeps what waits to be reviewed out of the sums and the free time, and says what was discarded', () => {
    const { from } = dayBounds('2026-11-25', 'UTC');
    const gap = (id: string, hour: number, answer: GapView['answer']): GapView => {
      const { source, eventKey, billed, ...about } = entry(0, from + hour * HOUR, from + (hour + 1) * HOUR);
      const endedAt = from + (hour + 1) * HOUR;
      const cause = 'idle' as const;
      return { ...about, id, endedAt, cause, entryId: null, noticedAt: endedAt, answer, answeredAt: null };
    };
    const entries = [9, 11, 13].map((hour) => entry(0, from + hour * HOUR, from + (hour + 1) * HOUR));
    const gaps = [gap('asked', 10, null), gap('left', 12, 'discarded')];
    const model = dayModel({ ...dayOf('2026-11-25', 'UTC', entries), gaps }, from + 20 * HOUR, MINUTE);
    expect(model.total).toBe(3 * HOUR);
    expect([model.reviewTotal, model.gapTotal]).toEqual([HOUR, HOUR]);
    expect(model.reviews.map(({ review }) => review.id)).toEqual(['asked']);
    expect(model.gaps.map((free) => free.discarded.map(({ id }) => id))).toEqual([['left']]);
  });
});
