import type { EntryView } from '#shared/ipc/time.ts';

/** What a client's mark and name need, for a join that calls the client `c`. */
export const clientColumns = `
  c.id AS clientId, c.name AS clientName, c.code AS clientCode, c.color AS clientColor`;

/** An entry `e` with its client `c` and task `t`, in the shape of `EntryRow`. */
export const selectEntry = `
  SELECT e.id, ${clientColumns}, e.task_id AS taskId, t.title AS taskTitle, e.note, e.category,
    e.work_kind_id AS workKindId,
    e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, e.source, e.event_key AS eventKey, e.billable,
    e.billed
  FROM time_entries e
  JOIN clients c ON c.id = e.client_id
  LEFT JOIN tasks t ON t.id = e.task_id`;

export type EntryRow = Omit<EntryView, 'billable' | 'billed'> & {
  readonly billable: number;
  readonly billed: number;
};

/** A row as the contract gives it; SQLite has no booleans. */
export function toView(row: EntryRow): EntryView {
  return { ...row, billable: row.billable === 1, billed: row.billed === 1 };
}

/**
 * The ids of entries that touch [:from, :to). Three cheap ranges instead of one that looks at everything
 * earlier: what starts inside, what started within the day before, and the few that last longer or still run. The one
 * that runs is named by its index: SQLite would rather read the whole table than an index that says nothing about order.
 */
export const touching = `
  SELECT id FROM time_entries WHERE started_at >= :from AND started_at < :to
  UNION ALL
  SELECT id FROM time_entries
  WHERE started_at < :from AND started_at >= :from - 86400000 AND ended_at > :from
  UNION ALL
  SELECT id FROM time_entries
  WHERE ended_at - started_at > 86400000 AND started_at < :from - 86400000 AND ended_at > :from
  UNION ALL
  SELECT id FROM time_entries INDEXED BY one_running_entry
  WHERE ended_at IS NULL AND started_at < :from AND :now > :from`;
