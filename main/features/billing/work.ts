import type { Agreement } from '#shared/domain/agreement-match.ts';
import { billedSeconds, dateFinder, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { addDays, startOfDay } from '#shared/domain/dates.ts';
import { entryPrice } from '#shared/domain/entry-price.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { WorkItem } from '#shared/domain/invoice-grouping.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import {
  createTaskPriceRows,
  frozenOf,
  joinPrice,
  type PriceColumns,
  priceColumns,
  type TaskPrice,
} from './price-rows.ts';

interface WorkRow extends PriceColumns {
  readonly entryId: string;
  readonly taskId: string | null;
  readonly taskTitle: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly note: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
}

/** Billable, ended work of some days, with what was agreed for each day. */
export interface PricedWork {
  readonly items: readonly (WorkItem & { readonly currency: string })[];
  /** Work of days before the first agreement. */
  readonly unpriced: readonly UnpricedItem[];
}

type UnpricedItem = Pick<WorkItem, 'entryId' | 'seconds' | 'rawSeconds' | 'date'>;

export interface Work {
  /** Work on no invoice, not even a draft, that began on a day from `from` to `to` in the zone it was entered in. */
  free(clientId: string, from: string, to: string): PricedWork;
  /** The work of one draft, repriced, so that it can be grouped anew. */
  ofInvoice(invoiceId: string, clientId: string): PricedWork;
}

const columns = `e.id AS entryId, e.task_id AS taskId, t.title AS taskTitle, t.work_kind_id AS taskKindId,
  e.work_kind_id AS workKindId, e.note, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, ${priceColumns}
  FROM time_entries e LEFT JOIN tasks t ON t.id = e.task_id ${joinPrice}`;

/** Looks up tracked work, what of it is billed, and its price. Time in seconds, rates in minor units. */
export function createWork(
  sql: Sql,
  agreements: Agreements,
  rounding: (clientId: string) => RoundingTerms,
): Work {
  const taskPrices = createTaskPriceRows(sql);
  const free = sql.prepare<[string, number, number], WorkRow>(
    `SELECT ${columns} WHERE e.client_id = ? AND e.started_at >= ? AND e.started_at < ?
       AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l
         WHERE l.entry_id = e.id AND l.released_by IS NULL)
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
      return price(rows, agreedWith(clientId), rounding(clientId), (date) => date >= from && date <= to);
    },
    ofInvoice: (invoiceId, clientId) =>
      price(ofInvoice.all(invoiceId), agreedWith(clientId), rounding(clientId), () => true),
  };

  function agreedWith(clientId: string): Agreed {
    return { agreements: agreements.of(clientId), taskPrices: taskPrices(clientId) };
  }
}

interface Agreed {
  readonly agreements: readonly Agreement[];
  readonly taskPrices: ReadonlyMap<string, TaskPrice>;
}

function price(
  rows: readonly WorkRow[],
  { agreements, taskPrices }: Agreed,
  rounding: RoundingTerms,
  wanted: (date: string) => boolean,
): PricedWork {
  const dateOf = dateFinder();
  // A timer that was stopped at once; a line of nothing could not be issued.
  const raw = rows.flatMap(({ endedAt, zone, ...row }) => {
    const date = dateOf(row.startedAt, zone);
    const rawSeconds = billableSeconds(row.startedAt, endedAt);
    return rawSeconds > 0 && wanted(date) ? [{ ...row, date, rawSeconds }] : [];
  });
  const billed = billedSeconds(raw, rounding);
  const items: (WorkItem & { currency: string })[] = [];
  const unpriced: UnpricedItem[] = [];
  for (const [index, row] of raw.entries()) {
    const item = { ...row, seconds: billed[index] ?? 0 };
    const { taskId, taskKindId } = row;
    const task = taskId === null ? null : { workKindId: taskKindId, priced: taskPrices.has(taskId) };
    const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, agreements);
    if (price.by === 'hour') items.push({ ...item, rate: price.rate, currency: price.currency });
    else if (price.by === 'none' && !price.besideTasks) unpriced.push(item);
  }
  return { items, unpriced };
}
