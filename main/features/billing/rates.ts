import { type Agreement, agreementForTask } from '#shared/domain/agreement-match.ts';
import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { startOfDay } from '#shared/domain/dates.ts';
import { type EarnedSum, type EarningWork, earnedBy, earnedTogether } from '#shared/domain/earned.ts';
import { earnedFee } from '#shared/domain/effective-rate.ts';
import { type EntryPrice, entryPrice } from '#shared/domain/entry-price.ts';
import { timeNet } from '#shared/domain/invoice.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { feeOf } from '#shared/domain/retainer-cycles.ts';
import type { ClientRates, RatesView } from '#shared/ipc/billing-rates.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { createTaskPriceRows, frozenOf, type TaskPrice } from './price-rows.ts';
import { createRateRows, type RateClient, type TrackedRow } from './rate-rows.ts';
import type { Retainers } from './retainers.ts';
import type { Tools } from './tools.ts';

type DatedRow = TrackedRow & { readonly date: string };
type TaskPrices = ReadonlyMap<string, TaskPrice>;

/** No zone is further from the person's own. */
const zonesApart = 26 * 3_600_000;

/**
 * Reads what an hour of work has brought: what was agreed for it, billed or not, over all time that was tracked, given
 * away or not. A task's price is earned on the day it is finished, a retainer's fee by the day until today.
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
  const writtenOffFees = sql
    .prepare<[string], string>('SELECT fee FROM write_offs WHERE client_id = ? AND fee IS NOT NULL')
    .pluck();

  function workOf(
    { clientId, currency: own }: RateClient,
    work: readonly DatedRow[],
    all: readonly Agreement[],
    prices: TaskPrices,
  ): EarningWork[] {
    const paid = work.filter(({ billable, writtenOff }) => billable === 1 && writtenOff === 0);
    const seconds = billedSeconds(paid, rounding(clientId));
    const billed = new Map(paid.map(({ entryId }, index) => [entryId, seconds[index] ?? 0]));
    return work.map((row): EarningWork => {
      const { taskId, taskKindId, entryId, date, rawSeconds } = row;
      const task = taskId === null ? null : { workKindId: taskKindId, priced: prices.has(taskId) };
      const price = entryPrice({ ...row, task, frozen: frozenOf(row) }, all);
      const unpaid = row.billable === 0 ? 'notBillable' : row.writtenOff === 1 ? 'writtenOff' : null;
      return {
        price,
        currency: currencyOf(price, prices.get(taskId ?? '')) ?? own,
        date,
        rawSeconds,
        seconds: billed.get(entryId) ?? 0,
        unpaid,
        frozen: row.priceTermsId !== null,
      };
    });
  }

  function tasksOf(clientId: string, all: readonly Agreement[], prices: TaskPrices, period: Period) {
    const { first, last, within } = period;
    if (prices.size === 0 && !all.some(({ kind }) => kind === 'per_task')) return [];
    return rows
      .finished(clientId, first, last)
      .flatMap(({ taskId, workKindId, completedAt, zone }): EarnedSum[] => {
        const date = dateOf(completedAt, zone ?? clock.zone());
        if (!within(date)) return [];
        const own = prices.get(taskId);
        const agreed = own ? null : agreementForTask(all, workKindId, date)?.version;
        const amount = own?.price ?? agreed?.rate;
        const currency = own?.currency ?? agreed?.currency;
        return amount === undefined || currency === undefined ? [] : [{ by: 'tasks', amount, currency }];
      });
  }

  function cyclesOf(clientId: string, from: string, to: string, within: Within): EarnedSum[] {
    const until = to < today() ? to : today();
    const given = new Set(writtenOffFees.all(clientId));
    // Work counts in the cycle of its day or in a later one, never in one that had ended before.
    return retainers
      .of(clientId, (cycle) => cycle.end >= from)
      .flatMap(({ cycles }) =>
        cycles.flatMap((cycle): EarnedSum[] => {
          const { currency, terms } = cycle.version;
          const whole = { amount: feeOf(cycle), currency };
          const dates = new Map(cycle.entries.map(({ entryId, date }) => [entryId, date]));
          const over = cycle.ledger.entries
            .filter(({ entryId }) => within(dates.get(entryId) ?? ''))
            .reduce((sum, entry) => sum + entry.over, 0);
          const fee = given.has(cycle.ref) ? 0 : earnedFee(whole, cycle, from, until);
          const sums: EarnedSum[] = [
            { by: 'fees', amount: fee, currency },
            { by: 'over', amount: timeNet(over, terms.overageRate, currency), currency },
          ];
          return sums.filter(({ amount }) => amount > 0);
        }),
      );
  }

  return ({ clientId: only, from, to }) => {
    const within: Within = (date) => date >= from && date <= to;
    const zone = clock.zone();
    const find = dateFinder();
    const byClient = new Map<string, DatedRow[]>();
    const [first, last] = [startOfDay(from, zone) - zonesApart, startOfDay(to, zone) + 2 * zonesApart];
    for (const row of rows.tracked(only, first, last)) {
      const date = find(row.startedAt, row.zone);
      if (!within(date) || row.rawSeconds === 0) continue;
      const known = byClient.get(row.clientId);
      if (known) known.push({ ...row, date });
      else byClient.set(row.clientId, [{ ...row, date }]);
    }
    const clients = rows.clients(only).flatMap((client): ClientRates[] => {
      const { clientId, clientName, color } = client;
      const all = agreements.of(clientId);
      const work = byClient.get(clientId) ?? [];
      const prices = taskPrices(clientId);
      const earned = earnedBy(workOf(client, work, all, prices), [
        ...tasksOf(clientId, all, prices, { first, last, within }),
        ...(all.some(({ kind }) => kind === 'retainer') ? cyclesOf(clientId, from, to, within) : []),
      ]);
      const kinds = [...new Set(all.filter((one) => holds(one, from, to)).map(({ kind }) => kind))];
      return earned.length > 0 ? [{ clientId, clientName, color, kinds, earned }] : [];
    });
    return { from, to, clients, totals: earnedTogether(clients.flatMap(({ earned }) => earned)) };
  };
}

type Within = (date: string) => boolean;

/** Its dates, and instants (UTC ms) between which they lie in any zone. */
interface Period {
  readonly within: Within;
  readonly first: number;
  readonly last: number;
}

function currencyOf(price: EntryPrice, task: TaskPrice | undefined): string | null {
  if (price.by === 'none') return null;
  return price.by === 'task' ? (price.agreed?.currency ?? task?.currency ?? null) : price.currency;
}

/** Whether an agreement holds on any day of a period. */
function holds({ versions, endedOn }: Agreement, from: string, to: string): boolean {
  const begins = versions[0]?.validFrom;
  return begins !== undefined && begins <= to && (endedOn === null || endedOn >= from);
}
