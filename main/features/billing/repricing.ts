import { isDeepStrictEqual } from 'node:util';
import { dateFinder } from '#shared/domain/date-finder.ts';
import type { EntryPrice } from '#shared/domain/entry-price.ts';
import { entryPrice, samePrice } from '#shared/domain/entry-price.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { RepricedGroup, RepricedRate } from '#shared/ipc/billing-agreements.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import { createTaskPriceRows, frozenOf, type PriceColumns, priceColumns } from './price-rows.ts';

interface FrozenRow extends PriceColumns {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
  readonly workKindId: string | null;
  readonly taskId: string | null;
  readonly taskKindId: string | null;
}

interface Found {
  readonly row: FrozenRow;
  readonly date: string;
  readonly before: EntryPrice;
  readonly after: EntryPrice;
}

export interface Repricing {
  /** Work on no invoice and no draft, and not written off, that would cost something else by the terms of now, gathered by what changes. */
  preview(clientId: string): RepricedGroup[];
  /**
   * Lets the terms of now price that work; answers how many entries it was. Throws `conflict` when it is no longer what
   * was shown: nobody has agreed to other prices, or to work that came in between.
   */
  reprice(clientId: string, shown: readonly RepricedGroup[]): { readonly entries: number };
}

/** Corrects prices that were written down under terms which were mistyped. What is billed or on a draft stays. */
export function createRepricing(store: Store, agreements: Agreements): Repricing {
  const { sql } = store;
  const taskPrices = createTaskPriceRows(sql);
  const frozen = sql.prepare<[string], FrozenRow>(
    `SELECT e.id, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, e.work_kind_id AS workKindId,
       e.task_id AS taskId, t.work_kind_id AS taskKindId, ${priceColumns}
     FROM entry_prices p JOIN time_entries e ON e.id = p.id LEFT JOIN tasks t ON t.id = e.task_id
     WHERE p.client_id = ? AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = e.id AND l.released_by IS NULL)
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.client_id = p.client_id AND w.entry_id = e.id)
     ORDER BY e.started_at, e.id`,
  );
  const forget = sql.prepare('DELETE FROM entry_prices WHERE id = ?');

  function changed(clientId: string): Found[] {
    const all = agreements.of(clientId);
    const priced = taskPrices(clientId);
    const find = dateFinder();
    return frozen.all(clientId).flatMap((row) => {
      const date = find(row.startedAt, row.zone);
      const task =
        row.taskId === null ? null : { workKindId: row.taskKindId, priced: priced.has(row.taskId) };
      const piece = { date, workKindId: row.workKindId, task };
      const before = entryPrice({ ...piece, frozen: frozenOf(row) }, all);
      const after = entryPrice({ ...piece, frozen: null }, all);
      return samePrice(before, after) ? [] : [{ row, date, before, after }];
    });
  }

  function grouped(found: readonly Found[]): RepricedGroup[] {
    const groups = new Map<string, RepricedGroup>();
    for (const { row, date, before, after } of found) {
      const rates = { before: rateOf(before), after: rateOf(after) };
      const key = JSON.stringify(rates);
      const group = groups.get(key) ?? { entries: 0, seconds: 0, from: date, to: date, ...rates };
      const [, to = date] = [group.to, date].sort();
      groups.set(key, {
        ...group,
        entries: group.entries + 1,
        seconds: group.seconds + billableSeconds(row.startedAt, row.endedAt),
        to,
      });
    }
    return [...groups.values()];
  }

  return {
    preview: (clientId) => grouped(changed(clientId)),
    reprice(clientId, shown) {
      return store.act({ key: 'undo.repriced', values: {} }, (announce) => {
        const found = changed(clientId);
        if (!isDeepStrictEqual(grouped(found), shown))
          throw new AppError('conflict', { reason: 'agreement.repricedElse' });
        for (const { row } of found) forget.run(row.id);
        announce('billing', clientId);
        return { entries: found.length };
      });
    },
  };
}

function rateOf(price: EntryPrice): RepricedRate {
  const rated = price.by === 'hour' || price.by === 'day';
  return { by: price.by, rate: rated ? price.rate : null, currency: rated ? price.currency : null };
}
