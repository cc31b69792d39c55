import { dateFinder } from '#shared/domain/date-finder.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { Sql } from '../../store/open.ts';
import { joinPrice, type PriceColumns, priceColumns } from './price-rows.ts';

/** A piece of work as billing looks at it. */
export interface WorkRow extends PriceColumns {
  readonly entryId: string;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly note: string;
  readonly startedAt: number;
  /** The day it began, in the zone it was entered in. */
  readonly date: string;
  /** Whole seconds as tracked; more than none. */
  readonly rawSeconds: number;
}

/** A piece of work on a line, and what ties it to it. */
export interface LinkedRow extends WorkRow {
  readonly linkId: string;
  readonly lineId: string;
}

type Stored<Row extends WorkRow> = Omit<Row, 'date' | 'rawSeconds'> & {
  readonly endedAt: number;
  readonly zone: string;
};

const columns = `e.id AS entryId, e.task_id AS taskId, t.title AS taskTitle, t.work_kind_id AS taskKindId,
  e.work_kind_id AS workKindId, e.note, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, ${priceColumns}`;
const joins = `LEFT JOIN tasks t ON t.id = e.task_id ${joinPrice}`;

/** SQL: the ids of a client's work that is unbilled and not free: few, and found without looking at what is billed. */
const heldBack = `SELECT w.entry_id FROM write_offs w WHERE w.client_id = :clientId AND w.entry_id IS NOT NULL
  UNION ALL
  SELECT le.entry_id FROM invoices i CROSS JOIN invoice_lines l ON l.invoice_id = i.id
    CROSS JOIN invoice_line_entries le ON le.line_id = l.id
    WHERE i.client_id = :clientId AND i.state = 'draft' AND le.released_by IS NULL`;

/** SQL: free work `e` of `:clientId`. Without the name SQLite reads all work of the client. */
export const fromFree = 'FROM time_entries e INDEXED BY time_entries_unbilled';
export const isFree = `e.client_id = :clientId AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
  AND e.id NOT IN (${heldBack})`;

/** The SQL of work that can go on an invoice, and of work that is on one. */
export function createFreeRows(sql: Sql) {
  const dateOf = dateFinder();
  const free = sql.prepare<[{ clientId: string }], Stored<WorkRow>>(
    `SELECT ${columns} ${fromFree} ${joins} WHERE ${isFree} ORDER BY e.started_at, e.id`,
  );
  const onLines = sql.prepare<[string], Stored<LinkedRow>>(
    `SELECT ${columns}, le.id AS linkId, le.line_id AS lineId FROM time_entries e ${joins}
     JOIN invoice_line_entries le ON le.entry_id = e.id AND le.released_by IS NULL
     JOIN invoice_lines l ON l.id = le.line_id WHERE l.invoice_id = ?
     ORDER BY e.started_at, e.id`,
  );

  function dated<Row extends WorkRow>(rows: readonly Stored<Row>[]) {
    return rows.flatMap(({ endedAt, zone, ...row }) => {
      const rawSeconds = billableSeconds(row.startedAt, endedAt);
      // A timer that was stopped at once; a line of nothing could not be issued.
      return rawSeconds > 0 ? [{ ...row, rawSeconds, date: dateOf(row.startedAt, zone) }] : [];
    });
  }

  return {
    /** Billable, ended work of a client on no invoice, not even a draft, and not written off. */
    free: (clientId: string): WorkRow[] => dated(free.all({ clientId })),
    /** All work on an invoice's lines. */
    onLines: (invoiceId: string): LinkedRow[] => dated(onLines.all(invoiceId)),
  };
}

export type FreeRows = ReturnType<typeof createFreeRows>;
