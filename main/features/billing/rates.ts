import { type Agreement, agreedCurrency, agreementForTask } from '#shared/domain/agreement-match.ts';
import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { startOfDay } from '#shared/domain/dates.ts';
import { type EarnedSum, type EarningWork, earnedBy, earnedTogether } from '#shared/domain/earned.ts';
import { earnedFee } from '#shared/domain/effective-rate.ts';
import type { EntryPrice } from '#shared/domain/entry-price.ts';
import { timeNet } from '#shared/domain/invoice.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { fractionOf } from '#shared/domain/money.ts';
import { feeOf } from '#shared/domain/retainer-cycles.ts';
import type { ClientRates, RatesView } from '#shared/ipc/billing-rates.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { createInvoicedWork, earningOf, type InvoicedLine, type SeenLines } from './invoiced-work.ts';
import { createTaskPriceRows, priceOfRow, type TaskPrice } from './price-rows.ts';
import { createRateRows, type RateClient, type TrackedRow } from './rate-rows.ts';
import type { Retainers } from './retainers.ts';
import type { Tools } from './tools.ts';

type DatedRow = TrackedRow & { readonly date: string };
type TaskPrices = ReadonlyMap<string, TaskPrice>;
/** Lines of issued invoices by what they bill, `<kind>:<ref>`. */
type Invoiced = ReadonlyMap<string, InvoicedLine>;

/** No zone is further from the person's own. */
const zonesApart = 26 * 3_600_000;

/**
 * Reads what an hour of work has brought: what was invoiced for it less what was credited, and what was agreed for the
 * rest, over all time that was tracked, given away or not. A task's price is earned on the day it is finished, a retainer's fee by the day until today.
 */
export function createRates(
  sql: Sql,
  agreements: Agreements,
  retainers: Retainers,
  rounding: (clientId: string) => RoundingTerms,
  { clock, today }: Pick<Tools, 'clock' | 'today'>,
): (query: { clientId: string | null; from: string; to: string }) => RatesView {
  const rows = createRateRows(sql);
  const taskPrices = createTaskPriceRows(sql);
  const find = dateFinder();
  const invoiced = createInvoicedWork(sql, find);
  const writtenOffFees = sql
    .prepare<[string], string>('SELECT fee FROM write_offs WHERE client_id = ? AND fee IS NOT NULL')
    .pluck();

  function workOf(
    { clientId, currency: own }: RateClient,
    work: readonly DatedRow[],
    all: readonly Agreement[],
    prices: TaskPrices,
    lines: Lines,
  ): EarningWork[] {
    const paid = work.filter(
      ({ billable, writtenOff, lineId }) => billable === 1 && writtenOff === 0 && lineId === null,
    );
    const seconds = billedSeconds(paid, rounding(clientId));
    const billed = new Map(paid.map(({ entryId }, index) => [entryId, seconds[index] ?? 0]));
    return work.map((row): EarningWork => {
      const { taskId, entryId, date, rawSeconds } = row;
      const price = priceOfRow(row, all, prices);
      const line = lines.get(row.lineId ?? '')?.line;
      const unpaid = row.billable === 0 ? 'notBillable' : row.writtenOff === 1 ? 'writtenOff' : null;
      return {
        price,
        currency:
          line?.currency ?? currencyOf(price, prices.get(taskId ?? '')) ?? agreedCurrency(all, date) ?? own,
        date,
        rawSeconds,
        seconds: billed.get(entryId) ?? 0,
        unpaid,
        frozen: row.priceTermsId !== null,
        invoiced: line ? (line.ofCycle === 1 ? 'fees' : earningOf[line.kind]) : null,
      };
    });
  }

  /** The issued lines that the work is on, each with how many of its entries it is. */
  function linesOf(work: readonly DatedRow[], seen: SeenLines): Lines {
    const lines = new Map<string, { line: InvoicedLine; pieces: number }>();
    for (const { lineId } of work) {
      if (lineId === null) continue;
      const known = lines.get(lineId);
      const line = known?.line ?? invoiced.line(lineId, seen);
      if (line) lines.set(lineId, { line, pieces: (known?.pieces ?? 0) + 1 });
    }
    return lines;
  }

  /** What was invoiced for work by the piece: hours and days, and what went beyond a day. */
  function invoicedBy(lines: Lines, bySource: Invoiced, { from, to, holds: within }: Within): EarnedSum[] {
    const beyond = [...bySource].filter(([key]) => key.startsWith('day:over:') && within(key.slice(-10)));
    return [
      ...[...lines.values()].flatMap(({ line, pieces }): EarnedSum[] => {
        if (line.ofCycle === 1 || line.kind === 'task') return [];
        const amount = invoiced.share(line, pieces, from, to);
        return [{ by: earningOf[line.kind], amount, currency: line.currency }];
      }),
      ...beyond.map(([, { amount, currency }]): EarnedSum => ({ by: 'days', amount, currency })),
    ];
  }

  function tasksOf(
    clientId: string,
    all: readonly Agreement[],
    prices: TaskPrices,
    bySource: Invoiced,
    { first, last, holds: within }: Within,
  ) {
    const perTask = prices.size > 0 || all.some(({ kind }) => kind === 'per_task');
    if (!perTask && ![...bySource.values()].some(({ kind }) => kind === 'task')) return [];
    return rows
      .finished(clientId, first, last)
      .flatMap(({ taskId, workKindId, completedAt, zone }): EarnedSum[] => {
        const date = dateOf(completedAt, zone ?? clock.zone());
        if (!within(date)) return [];
        const billed = bySource.get(`task:${taskId}`);
        if (billed) return [{ by: 'tasks', amount: billed.amount, currency: billed.currency }];
        const own = prices.get(taskId);
        const agreed = own ? null : agreementForTask(all, workKindId, date)?.version;
        const amount = own?.price ?? agreed?.rate;
        const currency = own?.currency ?? agreed?.currency;
        return amount === undefined || currency === undefined ? [] : [{ by: 'tasks', amount, currency }];
      });
  }

  function cyclesOf(clientId: string, bySource: Invoiced, { from, to, holds: within }: Within): EarnedSum[] {
    const until = to < today() ? to : today();
    const given = new Set(writtenOffFees.all(clientId));
    // Work counts in the cycle of its day or in a later one, never in one that had ended before.
    return retainers
      .of(clientId, (cycle) => cycle.end >= from)
      .flatMap(({ cycles }) =>
        cycles.flatMap((cycle): EarnedSum[] => {
          const { currency, terms } = cycle.version;
          const billedFee = bySource.get(`fee:${cycle.ref}`);
          const billedHours = bySource.get(`hours:${cycle.ref}`);
          const whole = billedFee ?? { amount: feeOf(cycle), currency };
          const dates = new Map(cycle.entries.map(({ entryId, date }) => [entryId, date]));
          const over = cycle.ledger.entries
            .filter(({ entryId }) => within(dates.get(entryId) ?? ''))
            .reduce((sum, entry) => sum + entry.over, 0);
          const beyond = billedHours
            ? fractionOf(billedHours.amount, over, Math.max(cycle.ledger.over, 1), billedHours.currency)
            : timeNet(over, terms.overageRate, currency);
          const fee = given.has(cycle.ref) ? 0 : earnedFee(whole, cycle, from, until);
          const sums: EarnedSum[] = [
            { by: 'fees', amount: fee, currency: whole.currency },
            { by: 'over', amount: beyond, currency: billedHours?.currency ?? currency },
          ];
          return sums.filter(({ amount }) => amount > 0);
        }),
      );
  }

  return ({ clientId: only, from, to }) => {
    const holdsDate = (date: string) => date >= from && date <= to;
    const zone = clock.zone();
    const seen: SeenLines = new Map();
    const byClient = new Map<string, DatedRow[]>();
    const [first, last] = [startOfDay(from, zone) - zonesApart, startOfDay(to, zone) + 2 * zonesApart];
    const within: Within = { from, to, first, last, holds: holdsDate };
    for (const row of rows.tracked(only, first, last)) {
      const date = find(row.startedAt, row.zone);
      if (!holdsDate(date) || row.rawSeconds === 0) continue;
      const known = byClient.get(row.clientId);
      if (known) known.push({ ...row, date });
      else byClient.set(row.clientId, [{ ...row, date }]);
    }
    const clients = rows.clients(only).flatMap((client): ClientRates[] => {
      const { clientId, clientName, color } = client;
      const all = agreements.of(clientId);
      const work = byClient.get(clientId) ?? [];
      const prices = taskPrices(clientId);
      const bySource = invoiced.sources(clientId, seen);
      const lines = linesOf(work, seen);
      const earned = earnedBy(workOf(client, work, all, prices, lines), [
        ...invoicedBy(lines, bySource, within),
        ...tasksOf(clientId, all, prices, bySource, within),
        ...(all.some(({ kind }) => kind === 'retainer') ? cyclesOf(clientId, bySource, within) : []),
      ]);
      const kinds = [...new Set(all.filter((one) => holds(one, from, to)).map(({ kind }) => kind))];
      return earned.length > 0 ? [{ clientId, clientName, color, kinds, earned }] : [];
    });
    return { from, to, clients, totals: earnedTogether(clients.flatMap(({ earned }) => earned)) };
  };
}

/** Days as asked for, ISO dates, and instants (UTC ms) between which they lie in any zone. */
interface Within {
  readonly from: string;
  readonly to: string;
  readonly first: number;
  readonly last: number;
  readonly holds: (date: string) => boolean;
}

type Lines = ReadonlyMap<string, { readonly line: InvoicedLine; readonly pieces: number }>;

function currencyOf(price: EntryPrice, task: TaskPrice | undefined): string | null {
  if (price.by === 'none') return null;
  return price.by === 'task' ? (price.agreed?.currency ?? task?.currency ?? null) : price.currency;
}

/** Whether an agreement holds on any day of a period. */
function holds({ versions, endedOn }: Agreement, from: string, to: string): boolean {
  const begins = versions[0]?.validFrom;
  return begins !== undefined && begins <= to && (endedOn === null || endedOn >= from);
}
