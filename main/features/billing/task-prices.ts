import { agreedCurrency, agreementForTask } from '#shared/domain/agreement-match.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { TaskPriceView } from '#shared/ipc/billing-agreements.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import { zoneOfTask } from './task-zone.ts';
import type { Tools } from './tools.ts';

interface TaskRow {
  readonly clientId: string;
  readonly currency: string;
  readonly workKindId: string | null;
  readonly completedAt: number | null;
  readonly zone: string | null;
  readonly price: number | null;
  readonly priceCurrency: string | null;
  readonly typed: 0 | 1;
  readonly locked: 0 | 1;
  readonly writtenOff: 0 | 1;
}

export interface TaskPrices {
  /** What a task costs; null for an unknown one. A finished task costs what held when it was finished. */
  view(taskId: string): TaskPriceView | null;
  /** Minor units of the currency that `view` says; null takes a typed price away. Throws `locked` when it is on an invoice or draft, or written off. */
  set(taskId: string, price: number | null): void;
}

/** Fixed prices of single tasks, over the database. */
export function createTaskPrices(store: Store, agreements: Agreements, { clock, today }: Tools): TaskPrices {
  const { sql } = store;
  const task = sql.prepare<[string], TaskRow>(
    `SELECT t.client_id AS clientId, c.currency, t.work_kind_id AS workKindId, t.completed_at AS completedAt,
       ${zoneOfTask} AS zone,
       p.price_minor AS price, p.currency AS priceCurrency, p.id IS NOT NULL AND p.terms_id IS NULL AS typed,
       EXISTS (SELECT 1 FROM invoice_line_sources s WHERE s.kind = 'task' AND s.ref = t.id AND s.released_by IS NULL)
         AS locked, EXISTS (SELECT 1 FROM write_offs w WHERE w.task_id = t.id) AS writtenOff
     FROM tasks t JOIN clients c ON c.id = t.client_id LEFT JOIN task_prices p ON p.id = t.id WHERE t.id = ?`,
  );
  const put = sql.prepare(
    `INSERT INTO task_prices (id, client_id, terms_id, price_minor, currency) VALUES (?, ?, NULL, ?, ?)
     ON CONFLICT (id) DO UPDATE SET terms_id = NULL, price_minor = excluded.price_minor, currency = excluded.currency`,
  );

  const dayOf = ({ completedAt, zone }: TaskRow) =>
    completedAt === null ? today() : dateOf(completedAt, zone ?? clock.zone());

  const agreed = (row: TaskRow) =>
    agreementForTask(agreements.of(row.clientId), row.workKindId, dayOf(row))?.version ?? null;

  return {
    view(taskId) {
      const row = task.get(taskId);
      if (!row) return null;
      const base = { taskId, locked: row.locked === 1 || row.writtenOff === 1 };
      if (row.price !== null && row.priceCurrency !== null) {
        const from = row.typed ? 'task' : 'agreement';
        return { ...base, price: row.price, currency: row.priceCurrency, from };
      }
      const version = agreed(row);
      if (version) return { ...base, price: version.rate, currency: version.currency, from: 'agreement' };
      return { ...base, price: null, currency: currencyOf(row), from: null };
    },
    set(taskId, price) {
      store.act(
        { key: price === null ? 'undo.taskPriceRemoved' : 'undo.taskPriceSet', values: {} },
        (announce) => {
          const row = task.get(taskId);
          if (!row) throw new AppError('not_found');
          if (row.locked) throw new AppError('locked', { reason: 'task.priceLocked' });
          if (row.writtenOff) throw new AppError('locked', { reason: 'task.priceWrittenOff' });
          if (price === null)
            sql.prepare('DELETE FROM task_prices WHERE id = ? AND terms_id IS NULL').run(taskId);
          else
            put.run(
              taskId,
              row.clientId,
              price,
              row.priceCurrency ?? agreed(row)?.currency ?? currencyOf(row),
            );
          announce('billing', row.clientId);
        },
      );
    },
  };

  /** As agreed for its day, else the client's own. */
  function currencyOf(row: TaskRow): string {
    return agreedCurrency(agreements.of(row.clientId), dayOf(row)) ?? row.currency;
  }
}
