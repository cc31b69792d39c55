import type { Agreement } from '#shared/domain/agreement-match.ts';
import { billedSeconds, dateFinder, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { addDays, startOfDay } from '#shared/domain/dates.ts';
import { entryPrice } from '#shared/domain/entry-price.ts';
import { timeNet } from '#shared/domain/invoice.ts';
import { type WorkItem, worthOf } from '#shared/domain/invoice-grouping.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { Sql } from '../../store/open.ts';
import { createTaskPriceRows, frozenOf, joinPrice, type PriceColumns, priceColumns } from './price-rows.ts';
import { billedSecondsOfEntry, joinTerms, rawSeconds } from './rounding.ts';
import type { UnbilledSources } from './unbilled-sources.ts';

/** A client's work on no issued invoice: on a draft, or on none yet. */
export interface UnbilledWork {
  /** As it will be billed, and as it was tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  /** By the lines of its drafts; what is on none, by the lines that a draft by task would have. */
  readonly amounts: readonly Money[];
  readonly unpricedSeconds: number;
  /** Thousandths of days, and finished tasks with a price. */
  readonly days: number;
  readonly tasks: number;
  /** Tracked time that cannot be billed by itself yet: of a running cycle, or of a task that is not finished. */
  readonly waitingSeconds: number;
  /** First and last day, each in the zone that it was entered in; null without work. */
  readonly from: string | null;
  readonly to: string | null;
}

interface Reach {
  readonly clientId: string;
  readonly zone: string;
  readonly first: number;
  readonly last: number;
}

interface DraftLine {
  readonly clientId: string;
  readonly rate: number;
  readonly currency: string;
  readonly seconds: number;
  readonly rawSeconds: number;
}

type Summed = Pick<WorkItem, 'taskId' | 'note' | 'startedAt' | 'seconds' | 'rawSeconds'> &
  PriceColumns & { readonly workKindId: string | null; readonly taskKindId: string | null };

/** What decides on the price of entry `e` beside its day. */
const priceParts = `e.work_kind_id AS workKindId, (SELECT work_kind_id FROM tasks WHERE id = e.task_id) AS taskKindId,
  ${priceColumns}`;

/** One entry of a client whose hours are rounded by the day; `lineId` null when it is on no draft. */
interface Single extends Omit<Summed, 'seconds'> {
  readonly entryId: string;
  readonly zone: string;
  readonly invoiceId: string | null;
  readonly lineId: string | null;
  readonly rate: number;
  readonly currency: string;
}

/** A client's work, priced by the day on which it began unless it is on a draft. */
interface Parts {
  readonly free: readonly (Summed & { readonly date: string })[];
  readonly lines: readonly DraftLine[];
}

const unbilled = `e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.entry_id = e.id)`;
const seconds = `sum(${billedSecondsOfEntry}) AS seconds, sum(${rawSeconds}) AS rawSeconds`;

/**
 * Reads unbilled work added up by what would share a line; entry by entry only where hours are rounded by the day.
 * Answers by client; `agreements` and `rounding` are what was agreed with one.
 */
export function createUnbilled(
  sql: Sql,
  agreements: (clientId: string) => readonly Agreement[],
  rounding: (clientId: string) => RoundingTerms,
  bySource: (clientId: string) => UnbilledSources,
) {
  const hasOtherLines = sql.prepare<[string]>(
    `SELECT 1 FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
     WHERE i.client_id = ? AND i.state = 'draft' AND l.kind IN ('day', 'task', 'fee', 'hours') LIMIT 1`,
  );
  const taskPrices = createTaskPriceRows(sql);
  const reaches = (where: string) => `
    SELECT e.client_id AS clientId, e.zone, min(e.started_at) AS first, max(e.started_at) AS last
    FROM time_entries e WHERE ${where} AND ${unbilled} GROUP BY e.client_id, e.zone`;
  const allReaches = sql.prepare<[], Reach>(reaches('true'));
  // Apart, so that one client's is found by the index instead of reading everybody's.
  const reachesOf = sql.prepare<[string], Reach>(reaches('e.client_id = ?'));
  const free = sql.prepare<[string, string, number, number], Summed>(
    `SELECT e.task_id AS taskId, e.note, min(e.started_at) AS startedAt, ${seconds}, ${priceParts}
     FROM time_entries e ${joinTerms} ${joinPrice}
     WHERE e.client_id = ? AND e.zone = ? AND e.started_at >= ? AND e.started_at < ? AND ${unbilled}
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l
         WHERE l.entry_id = e.id AND l.released_by IS NULL)
     GROUP BY e.task_id, e.note, e.work_kind_id, p.terms_id, p.rate_minor, p.currency, p.terms`,
  );
  // CROSS JOIN keeps the order: beginning with the few drafts, not with every entry that is on an invoice.
  const drafted = sql.prepare<[string | null, string | null], DraftLine>(
    `SELECT e.client_id AS clientId, l.unit_minor AS rate, i.currency, ${seconds} FROM invoices i
     CROSS JOIN invoice_lines l ON l.invoice_id = i.id
     CROSS JOIN invoice_line_entries le ON le.line_id = l.id
     CROSS JOIN time_entries e ON e.id = le.entry_id ${joinTerms}
     WHERE i.state = 'draft' AND le.released_by IS NULL AND (? IS NULL OR i.client_id = ?) AND ${unbilled} GROUP BY l.id`,
  );

  const singles = sql.prepare<[string], Single>(
    `SELECT e.id AS entryId, e.task_id AS taskId, e.note, e.started_at AS startedAt, e.zone,
       ${rawSeconds} AS rawSeconds, l.invoice_id AS invoiceId, l.id AS lineId, l.unit_minor AS rate, i.currency,
       ${priceParts}
     FROM time_entries e ${joinPrice}
     LEFT JOIN invoice_line_entries le ON le.entry_id = e.id AND le.released_by IS NULL
     LEFT JOIN invoice_lines l ON l.id = le.line_id LEFT JOIN invoices i ON i.id = l.invoice_id
     WHERE e.client_id = ? AND ${unbilled} ORDER BY e.started_at, e.id`,
  );

  /** Work on no draft, split at the days on which other terms begin. */
  function freeWork({ clientId, zone, first, last }: Reach, agreed: readonly Agreement[]) {
    const starts = turns(agreed).map((date) => startOfDay(date, zone));
    const bounds = [first, ...starts.filter((start) => start > first && start <= last), last + 1];
    return bounds.slice(0, -1).flatMap((from, index) => {
      const date = dateOf(from, zone);
      return free.all(clientId, zone, from, bounds[index + 1] ?? 0).map((row) => ({ ...row, date }));
    });
  }

  /** Each draft's days are rounded by themselves, and so is what would be the next draft. */
  function roundedByDay(clientId: string, terms: RoundingTerms): Parts {
    const find = dateFinder();
    const rows = singles.all(clientId).map((row) => ({ ...row, date: find(row.startedAt, row.zone) }));
    const invoices = [...new Set(rows.map(({ invoiceId }) => invoiceId))];
    const billed = invoices.flatMap((invoiceId) => {
      const own = rows.filter((row) => row.invoiceId === invoiceId);
      const lengths = billedSeconds(own, terms);
      return own.map((row, index) => ({ ...row, seconds: lengths[index] ?? 0 }));
    });
    const lines = new Map<string, DraftLine>();
    for (const { lineId, rate, currency, seconds, rawSeconds: raw } of billed) {
      if (lineId === null) continue;
      const line = lines.get(lineId) ?? { clientId, rate, currency, seconds: 0, rawSeconds: 0 };
      lines.set(lineId, {
        ...line,
        seconds: line.seconds + seconds,
        rawSeconds: line.rawSeconds + raw,
      });
    }
    return { free: billed.filter(({ lineId }) => lineId === null), lines: [...lines.values()] };
  }

  function of(clientId: string, reach: readonly Reach[], lines: readonly DraftLine[]): UnbilledWork {
    const agreed = agreements(clientId);
    const tasks = taskPrices(clientId);
    const dates = reach.flatMap(({ first, last, zone }) => [dateOf(first, zone), dateOf(last, zone)]);
    // Hours at a rate are added up by the database; everything else goes by its sources.
    const byHour = agreed.every(({ kind }) => kind === 'hourly') && tasks.size === 0;
    if (!byHour || hasOtherLines.get(clientId)) {
      const { dates: others, ...work } = bySource(clientId);
      return { ...work, ...span([...dates, ...others]) };
    }
    const terms = rounding(clientId);
    const parts: Parts =
      terms.rounding !== 'none' && terms.per === 'day'
        ? roundedByDay(clientId, terms)
        : { free: reach.flatMap((part) => freeWork(part, agreed)), lines };
    const priced: (WorkItem & { currency: string })[] = [];
    let unpricedSeconds = 0;
    for (const row of parts.free) {
      const task = row.taskId === null ? null : { workKindId: row.taskKindId, priced: tasks.has(row.taskId) };
      const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, agreed);
      const item = { ...row, entryId: '', taskTitle: null };
      if (price.by === 'hour') priced.push({ ...item, rate: price.rate, currency: price.currency });
      else if (price.by === 'none' && !price.besideTasks) unpricedSeconds += row.rawSeconds;
    }
    return {
      seconds: total([...parts.free, ...parts.lines], 'seconds'),
      rawSeconds: total([...parts.free, ...parts.lines], 'rawSeconds'),
      amounts: totalsByCurrency([
        ...worthOf(priced, 'task'),
        ...parts.lines.map(({ seconds, rate, currency }) => ({
          amount: timeNet(seconds, rate, currency),
          currency,
        })),
      ]),
      unpricedSeconds,
      days: 0,
      tasks: 0,
      waitingSeconds: 0,
      ...span(dates),
    };
  }

  /** @param clientId null for all clients. */
  return (clientId: string | null): ((clientId: string) => UnbilledWork) => {
    const reach = clientId === null ? allReaches.all() : reachesOf.all(clientId);
    const lines = drafted.all(clientId, clientId);
    return (id) =>
      of(
        id,
        reach.filter((row) => row.clientId === id),
        lines.filter((row) => row.clientId === id),
      );
  };
}

/** The first and the last of some dates. */
function span(dates: readonly string[]): { from: string | null; to: string | null } {
  const ordered = [...dates].sort();
  return { from: ordered[0] ?? null, to: ordered.at(-1) ?? null };
}

/** The days on which other terms begin or end, in order. */
function turns(agreements: readonly Agreement[]): string[] {
  const days = agreements.flatMap(({ versions, endedOn }) => [
    ...versions.map(({ validFrom }) => validFrom),
    ...(endedOn === null ? [] : [addDays(endedOn, 1)]),
  ]);
  return [...new Set(days)].sort();
}

function total<Key extends 'seconds' | 'rawSeconds'>(
  parts: readonly Readonly<Record<Key, number>>[],
  key: Key,
): number {
  return parts.reduce((sum, part) => sum + part[key], 0);
}
