import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { AppError } from '#shared/ipc/errors.ts';
import type { Sql } from '../../../store/open.ts';
import { toAppError } from '../../../store/sqlite-errors.ts';
import type { Turn } from '../../../store/turn.ts';
import type { Pulse } from './pulse.ts';

/** So many rows are a few milliseconds: the longest that somebody who wants to write waits. */
const SLICE = 100;
const SHORTEST_REST_MS = 50;
const LONGEST_REST_MS = 2_000;
/** What a reader still holds of the log stays in it until the next time. */
const LONGEST_LOG_WAIT_MS = 100;
/** The timer's sign of life is a write too: what takes longer than it lets pass would begin anew for ever. */
const MOST_BEGINNINGS = 30;

/** A transaction of many steps. `step` is called with 0, 1, 2 … `steps` − 1. */
export interface LongWork {
  readonly steps: number;
  before(): void;
  step(index: number): void;
  after(): void;
}

/**
 * Runs long work in one transaction that gives way: when somebody else wants to write, everything done so far is
 * rolled back, they write, and the work begins anew after a rest that grows each time. So nobody ever waits longer
 * than for some rows and a rollback, and nobody ever sees a part of the work.
 * Throws AppError `cancelled` when it is stopped, `unavailable` when it had to give way too often; nothing of it is
 * then left.
 */
export function commitGivingWay(sql: Sql, turn: Turn, pulse: Pulse, work: LongWork): void {
  let rest = SHORTEST_REST_MS;
  for (let beginnings = 1; ; beginnings += 1) {
    if (turn.copying(() => attempt(sql, turn, pulse, work))) break;
    if (beginnings === MOST_BEGINNINGS) throw new AppError('unavailable', { reason: 'import.crowded' });
    pulse.rest(rest);
    rest = Math.min(2 * rest, LONGEST_REST_MS);
    if (pulse.stopped) throw new AppError('cancelled');
  }
  takeInLog(sql, turn);
}

/** False when it gave way. */
function attempt(sql: Sql, turn: Turn, pulse: Pulse, work: LongWork): boolean {
  try {
    sql.exec('BEGIN IMMEDIATE');
    work.before();
    for (let index = 0; index < work.steps; ) {
      const end = Math.min(index + SLICE, work.steps);
      for (; index < end; index += 1) work.step(index);
      pulse.beat(index, work.steps);
      if (turn.wanted()) return false;
    }
    work.after();
    reachDisk(sql);
    if (turn.wanted()) return false;
    sql.exec('COMMIT');
    return true;
  } catch (error) {
    throw toAppError(error);
  } finally {
    if (sql.inTransaction) sql.exec('ROLLBACK');
  }
}

/** What waits for the disk here need not do so in COMMIT, which cannot give way. */
function reachDisk(sql: Sql): void {
  const log = `${sql.name}-wal`;
  if (!existsSync(log)) return;
  const handle = openSync(log, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Brings a long log into the database here, before the next write in the window's thread would have to. It waits only
 * briefly for somebody who reads: whoever wants to write waits for this turn.
 */
function takeInLog(sql: Sql, turn: Turn): void {
  sql.pragma('wal_checkpoint(PASSIVE)');
  const before = sql.pragma('busy_timeout', { simple: true });
  sql.pragma(`busy_timeout = ${LONGEST_LOG_WAIT_MS}`);
  try {
    turn.copying(() => sql.pragma('wal_checkpoint(TRUNCATE)'));
  } finally {
    sql.pragma(`busy_timeout = ${before}`);
  }
}
