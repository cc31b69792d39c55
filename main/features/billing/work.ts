import { agreementOn, type HourlyAgreement } from '#shared/domain/agreement.ts';
import { addDays, startOfDay } from '#shared/domain/dates.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { WorkItem } from '#shared/domain/invoice-grouping.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';

interface WorkRow {
  readonly entryId: string;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly note: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
}

/** Billable, ended work of some days, with what was agreed for each day. */
export interface PricedWork {
  readonly items: readonly (WorkItem & { readonly currency: string })[];
  /** Work of days before the first agreement. */
  readonly unpriced: readonly { readonly entryId: string; readonly seconds: number; readonly date: string }[];
}

export interface Work {
  /** Work on no invoice, not even a draft, that began on a day from `from` to `to` in the zone it was entered in. */
  free(clientId: string, from: string, to: string): PricedWork;
  /** The work of one draft, repriced, so that it can be grouped anew. */
  ofInvoice(invoiceId: string, clientId: string): PricedWork;
}

const columns = `e.id AS entryId, e.task_id AS taskId, t.title AS taskTitle, e.note,
  e.started_at AS startedAt, e.ended_at AS endedAt, e.zone
  FROM time_entries e LEFT JOIN tasks t ON t.id = e.task_id`;

/** Looks up tracked work and its price. Time in seconds, rates in minor units. */
export function createWork(sql: Sql, agreements: Agreements): Work {
  const free = sql.prepare<[string, number, number], WorkRow>(
    `SELECT ${columns} WHERE e.client_id = ? AND e.started_at >= ? AND e.started_at < ?
       AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = e.id)
     ORDER BY e.started_at, e.id`,
  );
  const ofInvoice = sql.prepare<[string], WorkRow>(
    `SELECT ${columns} JOIN invoice_line_entries le ON le.entry_id = e.id
     JOIN invoice_lines l ON l.id = le.line_id WHERE l.invoice_id = ? ORDER BY e.started_at, e.id`,
  );

  return {
    free(clientId, from, to) {
      // No zone is further than a day from UTC; the exact day is decided below, in each entry's own zone.
      const rows = free.all(
        clientId,
        startOfDay(addDays(from, -1), 'UTC'),
        startOfDay(addDays(to, 2), 'UTC'),
      );
      return price(rows, agreements.of(clientId), (date) => date >= from && date <= to);
    },
    ofInvoice: (invoiceId, clientId) => price(ofInvoice.all(invoiceId), agreements.of(clientId), () => true),
  };
}

function price(
  rows: readonly WorkRow[],
  agreements: readonly HourlyAgreement[],
  wanted: (date: string) => boolean,
): PricedWork {
  const items: (WorkItem & { currency: string })[] = [];
  const unpriced: { entryId: string; seconds: number; date: string }[] = [];
  for (const { endedAt, zone, ...row } of rows) {
    const date = dateOf(row.startedAt, zone);
    if (!wanted(date)) continue;
    const seconds = billableSeconds(row.startedAt, endedAt);
    // A timer that was stopped at once; a line of nothing could not be issued.
    if (seconds === 0) continue;
    const agreement = agreementOn(agreements, date);
    if (agreement) items.push({ ...row, date, seconds, rate: agreement.rate, currency: agreement.currency });
    else unpriced.push({ entryId: row.entryId, seconds, date });
  }
  return { items, unpriced };
}
