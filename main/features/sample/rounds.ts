import { MINUTE } from '#shared/domain/duration.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { addDays } from '#shared/domain/time.ts';
import type { SampleContext } from './context.ts';

const round = 25 * MINUTE;
/** So far back, in days, and so many a day. */
const days = 7;
const most = 4;
/** Today's: the next one is followed by a short break. */
const mostToday = 2;

/** Rounds of focus over the mornings of the last days: each is over when so much of a day's work was done. */
export function writeRounds({ sql, options, today }: SampleContext): void {
  const insert = sql.prepare('INSERT INTO focus_rounds (finished_at, length, sample) VALUES (?, ?, 1)');
  const first = addDays(today.toString(), -days);
  const entries = sql
    .prepare(
      `SELECT started_at AS "from", ended_at AS "to" FROM time_entries WHERE ended_at IS NOT NULL AND started_at > ?
       ORDER BY started_at`,
    )
    .all(options.now - (days + 1) * 24 * 60 * MINUTE) as { from: number; to: number }[];
  let date = '';
  let worked = 0;
  let finished = 0;
  for (const { from, to } of entries) {
    const on = dateOf(from, options.zone);
    if (on !== date) [date, worked, finished] = [on, 0, 0];
    if (on < first) continue;
    const limit = on === today.toString() ? mostToday : most;
    for (let next = (finished + 1) * round - worked; next <= to - from && finished < limit; next += round) {
      insert.run(from + next, round);
      finished += 1;
    }
    worked += to - from;
  }
}
