import type { Sql } from '../../store/open.ts';
import { joinPrice, type PriceColumns, priceColumns } from './price-rows.ts';
import { rawSeconds } from './rounding.ts';
import { zoneOfTask } from './task-zone.ts';

/** Ended work with what decides on its price, whether it is billed or not. */
export interface TrackedRow extends PriceColumns {
  readonly entryId: string;
  readonly clientId: string;
  readonly taskId: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly startedAt: number;
  readonly zone: string;
  readonly billable: 0 | 1;
  readonly writtenOff: 0 | 1;
  /** Of an issued invoice that bills it. */
  readonly lineId: string | null;
  /** Whole seconds as tracked. */
  readonly rawSeconds: number;
}

export interface FinishedTask {
  readonly taskId: string;
  readonly clientId: string;
  readonly workKindId: string | null;
  readonly completedAt: number;
  readonly zone: string | null;
}

export interface RateClient {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  readonly currency: string;
}

/** The SQL of what was tracked and finished in a time. */
export function createRateRows(sql: Sql) {
  const tracked = (source: string, whose: string) => `
    SELECT e.id AS entryId, e.client_id AS clientId, e.task_id AS taskId, t.work_kind_id AS taskKindId,
      e.work_kind_id AS workKindId, e.started_at AS startedAt, e.zone, e.billable, w.id IS NOT NULL AS writtenOff,
      CASE e.billed WHEN 1 THEN (SELECT le.line_id FROM invoice_line_entries le
        WHERE le.entry_id = e.id AND le.released_by IS NULL) END AS lineId,
      ${rawSeconds} AS rawSeconds, ${priceColumns}
    FROM time_entries e INDEXED BY ${source} LEFT JOIN tasks t ON t.id = e.task_id ${joinPrice}
    LEFT JOIN write_offs w ON w.entry_id = e.id
    WHERE ${whose} e.started_at >= ? AND e.started_at < ? AND e.ended_at IS NOT NULL`;
  const ofAll = sql.prepare<[number, number], TrackedRow>(tracked('time_entries_by_start', ''));
  const ofOne = sql.prepare<[string, number, number], TrackedRow>(
    tracked('time_entries_by_client', 'e.client_id = ? AND'),
  );
  const finished = sql.prepare<[string, number, number], FinishedTask>(
    `SELECT t.id AS taskId, t.client_id AS clientId, t.work_kind_id AS workKindId, t.completed_at AS completedAt,
       ${zoneOfTask} AS zone FROM tasks t WHERE t.client_id = ? AND t.completed_at >= ? AND t.completed_at < ?
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.task_id = t.id)`,
  );
  const clients = sql.prepare<[string | null, string | null], RateClient>(
    `SELECT id AS clientId, name AS clientName, color, currency FROM clients
     WHERE ? IS NULL OR id = ? ORDER BY name COLLATE NOCASE`,
  );
  return {
    /** Work that began within [from, to) (UTC ms), of one client or of all. */
    tracked: (clientId: string | null, from: number, to: number) =>
      clientId === null ? ofAll.all(from, to) : ofOne.all(clientId, from, to),
    /** Tasks of a client that were finished within [from, to) (UTC ms) and are not written off. */
    finished: (clientId: string, from: number, to: number) => finished.all(clientId, from, to),
    clients: (clientId: string | null) => clients.all(clientId, clientId),
  };
}
