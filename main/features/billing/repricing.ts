import { isDeepStrictEqual } from 'node:util';
import { type Agreement, agreementForTask, type Version } from '#shared/domain/agreement-match.ts';
import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import type { EntryPrice } from '#shared/domain/entry-price.ts';
import { entryPrice, samePrice } from '#shared/domain/entry-price.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { RepricedGroup, RepricedRate } from '#shared/ipc/billing-agreements.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import { createTaskPriceRows, frozenOf, joinPrice, type PriceColumns, priceColumns } from './price-rows.ts';
import { zoneOfTask } from './task-zone.ts';
import type { Tools } from './tools.ts';

interface WorkRow extends PriceColumns {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
  readonly workKindId: string | null;
  readonly taskId: string | null;
  readonly taskKindId: string | null;
}

interface Found {
  readonly row: WorkRow;
  readonly date: string;
  readonly before: EntryPrice;
  readonly after: EntryPrice;
}

interface TaskRow {
  readonly id: string;
  readonly workKindId: string | null;
  readonly completedAt: number | null;
  readonly zone: string | null;
  readonly price: number;
  readonly currency: string;
}

type FoundTask = { readonly row: TaskRow; readonly date: string } & Pick<RepricedGroup, 'before' | 'after'>;

export interface Repricing {
  /**
   * Work on no issued invoice and tasks on none, not even a draft, not written off, that would cost something else by
   * the terms of now, gathered by what changes.
   */
  preview(clientId: string): RepricedGroup[];
  /** Such work that these terms price, with what it would cost without them; throws `not_found`. */
  without(termsId: string): RepricedGroup[];
  /**
   * Lets the terms of now price that work; answers how many entries it was. Throws `conflict` when it is no longer what
   * was shown: nobody has agreed to other prices, or to work that came in between.
   */
  reprice(clientId: string, shown: readonly RepricedGroup[]): { readonly entries: number };
}

/** Corrects prices that were written down under terms which were mistyped. What is billed stays; drafts follow. */
export function createRepricing(
  store: Store,
  agreements: Agreements,
  { clock, today }: Pick<Tools, 'clock' | 'today'>,
): Repricing {
  const { sql } = store;
  const taskPrices = createTaskPriceRows(sql);
  const unbilled = (
    from: string,
  ) => `SELECT e.id, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, e.work_kind_id AS workKindId,
       e.task_id AS taskId, t.work_kind_id AS taskKindId, ${priceColumns}
     FROM ${from} LEFT JOIN tasks t ON t.id = e.task_id
     WHERE e.client_id = ? AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.client_id = e.client_id AND w.entry_id = e.id)
     ORDER BY e.started_at, e.id`;
  const frozen = sql.prepare<[string], WorkRow>(
    unbilled('entry_prices p JOIN time_entries e ON e.id = p.id'),
  );
  const all = sql.prepare<[string], WorkRow>(unbilled(`time_entries e ${joinPrice}`));
  const clientOf = sql
    .prepare<[string], string>('SELECT client_id FROM agreement_terms WHERE id = ?')
    .pluck();
  const forget = sql.prepare('DELETE FROM entry_prices WHERE id = ?');
  const frozenTasks = sql.prepare<[string], TaskRow>(
    `SELECT p.id, t.work_kind_id AS workKindId, t.completed_at AS completedAt, ${zoneOfTask} AS zone,
       p.price_minor AS price, p.currency FROM task_prices p JOIN tasks t ON t.id = p.id
     WHERE p.client_id = ? AND p.terms_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM invoice_line_sources s
         WHERE s.kind = 'task' AND s.ref = p.id AND s.released_by IS NULL)
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.task_id = p.id)
     ORDER BY t.completed_at, p.id`,
  );
  const forgetTask = sql.prepare('DELETE FROM task_prices WHERE id = ?');

  function changedTasks(clientId: string): FoundTask[] {
    const terms = agreements.of(clientId);
    return frozenTasks.all(clientId).flatMap((row): FoundTask[] => {
      const { workKindId, completedAt, zone, price, currency } = row;
      const date = completedAt === null ? today() : dateOf(completedAt, zone ?? clock.zone());
      const now = agreementForTask(terms, workKindId, date)?.version;
      if (now?.rate === price && now.currency === currency) return [];
      const after: RepricedRate = now
        ? { by: 'task', rate: now.rate, currency: now.currency }
        : { by: 'none', rate: null, currency: null };
      return [{ row, date, before: { by: 'task', rate: price, currency }, after }];
    });
  }

  function changed(clientId: string): Found[] {
    const terms = agreements.of(clientId);
    return compared(frozen.all(clientId), clientId, terms, terms, () => false);
  }

  /** What costs something else under `now`, where prices that `keeps` answers true for stay written down. */
  function compared(
    work: readonly WorkRow[],
    clientId: string,
    before: readonly Agreement[],
    now: readonly Agreement[],
    keeps: (row: WorkRow) => boolean,
  ): Found[] {
    const priced = taskPrices(clientId);
    const find = dateFinder();
    return work.flatMap((row) => {
      const date = find(row.startedAt, row.zone);
      const task =
        row.taskId === null ? null : { workKindId: row.taskKindId, priced: priced.has(row.taskId) };
      const piece = { date, workKindId: row.workKindId, task };
      const was = entryPrice({ ...piece, frozen: frozenOf(row) }, before);
      const is = entryPrice({ ...piece, frozen: keeps(row) ? frozenOf(row) : null }, now);
      return samePrice(was, is) ? [] : [{ row, date, before: was, after: is }];
    });
  }

  function grouped(found: readonly Found[], tasks: readonly FoundTask[] = []): RepricedGroup[] {
    const groups = new Map<string, RepricedGroup>();
    const add = (
      date: string,
      rates: Pick<RepricedGroup, 'before' | 'after'>,
      more: Pick<RepricedGroup, 'entries' | 'tasks' | 'seconds'>,
    ) => {
      const key = JSON.stringify(rates);
      const group = groups.get(key) ?? { entries: 0, tasks: 0, seconds: 0, from: date, to: date, ...rates };
      const [, to = date] = [group.to, date].sort();
      groups.set(key, {
        ...group,
        entries: group.entries + more.entries,
        tasks: group.tasks + more.tasks,
        seconds: group.seconds + more.seconds,
        to,
      });
    };
    for (const { row, date, before, after } of found) {
      const seconds = billableSeconds(row.startedAt, row.endedAt);
      add(date, { before: rateOf(before), after: rateOf(after) }, { entries: 1, tasks: 0, seconds });
    }
    for (const { date, before, after } of tasks)
      add(date, { before, after }, { entries: 0, tasks: 1, seconds: 0 });
    return [...groups.values()];
  }

  return {
    preview: (clientId) => grouped(changed(clientId), changedTasks(clientId)),
    without(termsId) {
      const clientId = clientOf.get(termsId);
      if (clientId === undefined) throw new AppError('not_found');
      const terms = agreements.of(clientId);
      const rest = terms.flatMap((agreement): Agreement[] => {
        const versions = (agreement.versions as Version<AgreementKind>[]).filter(({ id }) => id !== termsId);
        return versions.length > 0 ? [{ ...agreement, versions } as Agreement] : [];
      });
      const keeps = (row: WorkRow) => row.priceTermsId !== termsId;
      return grouped(compared(all.all(clientId), clientId, terms, rest, keeps));
    },
    reprice(clientId, shown) {
      return store.act({ key: 'undo.repriced', values: {} }, (announce) => {
        const found = changed(clientId);
        const tasks = changedTasks(clientId);
        if (!isDeepStrictEqual(grouped(found, tasks), shown))
          throw new AppError('conflict', { reason: 'agreement.repricedElse' });
        for (const { row } of found) forget.run(row.id);
        for (const { row } of tasks) forgetTask.run(row.id);
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
