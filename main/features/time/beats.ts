import type { Sql } from '../../store/open.ts';
import { Statements } from '../../store/statements.ts';

/** The running timer's last sign of life, as it is stored. */
export interface Beat {
  readonly entryId: string;
  readonly runId: string;
  /** UTC milliseconds, and milliseconds of the monotonic clock of that run. */
  readonly wall: number;
  readonly monotonic: number;
  readonly closed: boolean;
  /** Since when the person has not been seen; null when they are there. */
  readonly awaySince: number | null;
  readonly askedMidnight: boolean;
  readonly askedLength: boolean;
}

type BeatRow = { [K in keyof Beat]: Beat[K] extends boolean ? number : Beat[K] };

/** The beats' SQL: one row. Written inside the caller's transaction; no undo touches it. */
export class Beats {
  readonly #sql: Statements;

  constructor(sql: Sql) {
    this.#sql = new Statements(sql);
  }

  read(): Beat | null {
    const row = this.#sql
      .prepare(
        `SELECT entry_id AS entryId, run_id AS runId, wall, monotonic, closed, away_since AS awaySince,
           asked_midnight AS askedMidnight, asked_length AS askedLength FROM timer_beat WHERE id = 1`,
      )
      .get() as BeatRow | undefined;
    if (!row) return null;
    return {
      ...row,
      closed: row.closed === 1,
      askedMidnight: row.askedMidnight === 1,
      askedLength: row.askedLength === 1,
    };
  }

  save(beat: Beat): void {
    this.#sql
      .prepare(
        `INSERT OR REPLACE INTO timer_beat (id, entry_id, run_id, wall, monotonic, closed, away_since, asked_midnight,
           asked_length)
         VALUES (1, :entryId, :runId, :wall, :monotonic, :closed, :awaySince, :askedMidnight, :askedLength)`,
      )
      .run({
        ...beat,
        monotonic: Math.round(beat.monotonic),
        closed: Number(beat.closed),
        askedMidnight: Number(beat.askedMidnight),
        askedLength: Number(beat.askedLength),
      });
  }

  /** The running work goes on as another entry. */
  follow(from: string, to: string): void {
    this.#sql.prepare('UPDATE timer_beat SET entry_id = ? WHERE entry_id = ?').run(to, from);
  }
}
