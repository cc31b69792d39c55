import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { openGaps, rota } from '#test/support/gaps.ts';
import { fjord, northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openGaps>;

beforeEach(() => {
  time = openGaps();
});
afterEach(() => time.store.close());

describe('an open gap', () => {
  it('shows what ran, the events of its span and a first guess that tiles it', () => {
    time.events.push({ ...rota, start: time.at(30), end: time.at(45) });
    const gap = time.workWithGap();
    expect(gap).toMatchObject({
      taskTitle: 'December newsletter',
      cause: 'sleep',
      choices: ['keep', 'discard', 'split'],
      kept: { startedAt: time.start, endedAt: null },
      events: [{ title: 'Rota call', entryId: null }],
    });
    expect(
      gap.suggestion.map(({ from, to, subject }) => [from, to, subject?.taskTitle ?? subject?.note ?? null]),
    ).toEqual([
      [time.at(20), time.at(30), 'December newsletter'],
      [time.at(30), time.at(45), 'Rota call'],
      [time.at(45), time.at(53), null],
    ]);
  });

  it('says what ran even after the entry was deleted', async () => {
    const { entryId } = time.workWithGap();
    await time.handlers['time.delete']({ ids: [entryId ?? ''] });
    expect(time.theGap()).toMatchObject({ entryId: null, taskTitle: 'December newsletter' });
  });

  it('is told by day, today and in total, and counts in no sum of work', () => {
    time.workWithGap();
    const { gaps } = time.days.day('2026-11-25', null);
    expect(gaps).toHaveLength(1);
    expect(time.days.day('2026-11-24', null).gaps).toEqual([]);
    expect(time.days.day('2026-11-25', fjord).gaps).toEqual([]);
    expect(time.days.today()).toMatchObject({
      clients: [{ closed: 20 * MINUTE }],
      review: { count: 1, total: 33 * MINUTE, today: 33 * MINUTE, first: { id: gaps[0]?.id } },
    });
    const week = time.weeks.week('2026-11-25', northwind);
    expect(week.rows.map((row) => row.days[2])).toEqual([25 * MINUTE]);
  });
});
