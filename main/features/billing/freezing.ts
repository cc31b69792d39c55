import type { Agreement } from '#shared/domain/agreement-match.ts';
import { agreementForTask } from '#shared/domain/agreement-match.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { type EntryPrice, entryPrice, type PricedBy, samePrice } from '#shared/domain/entry-price.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { Sql } from '../../store/open.ts';
import { createTaskPriceRows } from './price-rows.ts';
import { zoneOfTask } from './task-zone.ts';
import type { Tools } from './tools.ts';

interface WorkRow {
  readonly id: string;
  readonly startedAt: number;
  readonly zone: string;
  readonly workKindId: string | null;
  readonly taskId: string | null;
  readonly taskKindId: string | null;
}

interface TaskRow {
  readonly id: string;
  readonly workKindId: string | null;
  readonly completedAt: number | null;
  readonly zone: string | null;
}

/**
 * Keeps the price of work that is done when terms change under it. Only prices that the change would make different
 * are written down; all others are what their terms say, before and after.
 */
export function createFreezing(
  sql: Sql,
  agreementsOf: (clientId: string) => Agreement[],
  { clock, today }: Pick<Tools, 'clock' | 'today'>,
): (clientId: string, change: () => void) => void {
  const taskPrices = createTaskPriceRows(sql);
  const work = sql.prepare<[string], WorkRow>(
    `SELECT e.id, e.started_at AS startedAt, e.zone, e.work_kind_id AS workKindId, e.task_id AS taskId,
       t.work_kind_id AS taskKindId FROM time_entries e LEFT JOIN tasks t ON t.id = e.task_id
     WHERE e.client_id = ? AND e.ended_at IS NOT NULL AND e.billable = 1
       AND NOT EXISTS (SELECT 1 FROM entry_prices p WHERE p.id = e.id)
     ORDER BY e.started_at`,
  );
  const begunTasks = sql.prepare<[string], TaskRow>(
    `SELECT t.id, t.work_kind_id AS workKindId, t.completed_at AS completedAt,
       ${zoneOfTask} AS zone FROM tasks t WHERE t.client_id = ?
       AND (t.completed_at IS NOT NULL OR EXISTS (SELECT 1 FROM time_entries e WHERE e.task_id = t.id))
       AND NOT EXISTS (SELECT 1 FROM task_prices p WHERE p.id = t.id)`,
  );
  const keepEntry = sql.prepare(
    `INSERT INTO entry_prices (id, client_id, terms_id, rate_minor, currency, terms, day_start, day_end)
     SELECT @id, @clientId, @termsId, @rate, @currency, @terms, @from, @to
     WHERE EXISTS (SELECT 1 FROM agreement_terms WHERE id = @termsId)`,
  );
  const keepTask = sql.prepare(
    `INSERT INTO task_prices (id, client_id, terms_id, price_minor, currency) SELECT @id, @clientId, @termsId, @price, @currency
     WHERE EXISTS (SELECT 1 FROM agreement_terms WHERE id = @termsId)`,
  );

  function freezeEntries(clientId: string, before: readonly Agreement[], after: readonly Agreement[]): void {
    const find = dateFinder();
    const priced = taskPrices(clientId);
    for (const row of work.all(clientId)) {
      const date = find(row.startedAt, row.zone);
      const task =
        row.taskId === null ? null : { workKindId: row.taskKindId, priced: priced.has(row.taskId) };
      const piece: PricedBy = { date, workKindId: row.workKindId, task, frozen: null };
      const price = entryPrice(piece, before);
      const kept = keptPrice(price);
      if (!kept || samePrice(price, entryPrice(piece, after))) continue;
      keepEntry.run({ id: row.id, clientId, ...kept, ...dayBounds(date, row.zone) });
    }
  }

  function freezeTasks(clientId: string, before: readonly Agreement[], after: readonly Agreement[]): void {
    for (const { id, workKindId, completedAt, zone } of begunTasks.all(clientId)) {
      const date = completedAt === null ? today() : dateOf(completedAt, zone ?? clock.zone());
      const was = agreementForTask(before, workKindId, date)?.version;
      const is = agreementForTask(after, workKindId, date)?.version;
      if (!was || (was.rate === is?.rate && was.currency === is.currency)) continue;
      keepTask.run({ id, clientId, termsId: was.id, price: was.rate, currency: was.currency });
    }
  }

  return (clientId, change) => {
    const before = agreementsOf(clientId);
    change();
    if (before.length === 0) return;
    const after = agreementsOf(clientId);
    freezeEntries(clientId, before, after);
    freezeTasks(clientId, before, after);
  };
}

/** What is written down of a price; null when there is nothing to keep. */
function keptPrice(price: EntryPrice) {
  switch (price.by) {
    case 'none':
      return null;
    case 'hour':
      return { termsId: price.termsId, rate: price.rate, currency: price.currency, terms: '{}' };
    case 'day': {
      const { termsId, rate, currency, terms } = price;
      return { termsId, rate, currency, terms: JSON.stringify(terms) };
    }
    case 'cycle':
      return { termsId: price.termsId, rate: 0, currency: price.currency, terms: '{}' };
    case 'task':
      return price.agreed && { ...price.agreed, rate: 0, terms: '{}' };
  }
}
