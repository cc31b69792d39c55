import { dateFinder } from '#shared/domain/billed-rounding.ts';
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

interface StoredRow extends Omit<WorkRow, 'date' | 'rawSeconds'> {
  readonly endedAt: number;
  readonly zone: string;
}

const columns = `e.id AS entryId, e.task_id AS taskId, t.title AS taskTitle, t.work_kind_id AS taskKindId,
  e.work_kind_id AS workKindId, e.note, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, ${priceColumns}
  FROM time_entries e LEFT JOIN tasks t ON t.id = e.task_id ${joinPrice}`;

/** The SQL of work that can go on an invoice, and of work that is on one by the hour. */
export function createFreeRows(sql: Sql) {
  const free = sql.prepare<[string], StoredRow>(
    `SELECT ${columns} WHERE e.client_id = ? AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = e.id AND l.released_by IS NULL)
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.entry_id = e.id)
     ORDER BY e.started_at, e.id`,
  );
  const ofLines = sql.prepare<[string, string], StoredRow>(
    `SELECT ${columns} JOIN invoice_line_entries le ON le.entry_id = e.id AND le.released_by IS NULL
     JOIN invoice_lines l ON l.id = le.line_id WHERE l.invoice_id = ? AND l.kind = ?
     ORDER BY e.started_at, e.id`,
  );
  return {
    /** Billable, ended work of a client on no invoice, not even a draft, and not written off. */
    free: (clientId: string) => dated(free.all(clientId)),
    /** The work on an invoice's lines of one kind. */
    ofLines: (invoiceId: string, kind: string) => dated(ofLines.all(invoiceId, kind)),
  };
}

export type FreeRows = ReturnType<typeof createFreeRows>;

function dated(rows: readonly StoredRow[]): WorkRow[] {
  const dateOf = dateFinder();
  return rows.flatMap(({ endedAt, zone, ...row }) => {
    const rawSeconds = billableSeconds(row.startedAt, endedAt);
    // A timer that was stopped at once; a line of nothing could not be issued.
    return rawSeconds > 0 ? [{ ...row, rawSeconds, date: dateOf(row.startedAt, zone) }] : [];
  });
}
