import type { Agreement } from '#shared/domain/agreement-match.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { Sql } from '../../store/open.ts';
import { fromFree, isFree } from './free-rows.ts';
import type { PriceColumns } from './price-rows.ts';
import { billedSecondsOfEntry, joinTerms, rawSeconds } from './rounding.ts';
import {
  type Asked,
  alike,
  type FreeWork,
  noPrice,
  type Shared,
  shared,
  spanOf,
  type WorkSum,
} from './summed-work.ts';
import { createWorkRuns, type Pricing } from './work-runs.ts';

interface Group extends Shared, PriceColumns {
  readonly first: number;
  readonly last: number;
  readonly rawSeconds: number;
  readonly billed: number;
}

/**
 * Reads free work as far as sums need it. The database adds up what shares a line, unless days, cycles, prices that were
 * written down or rounding by the day ask for more, or other terms begin amid it.
 */
export function createWorkSums(sql: Sql, today: () => string) {
  const dateOf = dateFinder();
  const inRuns = createWorkRuns(sql);
  const frozen = sql.prepare<[string]>('SELECT 1 FROM entry_prices WHERE client_id = ? LIMIT 1');
  const sums = (billed: string, terms: string) =>
    sql.prepare<[Asked], Group>(
      `SELECT ${shared}, ${noPrice}, min(e.started_at) AS first, max(e.started_at) AS last,
         sum(${rawSeconds}) AS rawSeconds, sum(${billed}) AS billed
       ${fromFree} ${terms} WHERE ${isFree} GROUP BY ${alike}`,
    );
  const [unrounded, rounded] = [sums(rawSeconds, ''), sums(billedSecondsOfEntry, joinTerms)];

  function addedUp(asked: Asked, { rounding, turns }: Pricing): FreeWork | null {
    const groups = rounding.rounding === 'none' ? unrounded : rounded;
    const dates: string[] = [];
    const work: WorkSum[] = [];
    for (const { first, last, zone, ...group } of groups.all(asked)) {
      const [date, end] = [dateOf(first, zone), dateOf(last, zone)];
      if (turns.some((turn) => turn > date && turn <= end)) return null;
      dates.push(date, end);
      if (group.rawSeconds === 0) continue;
      work.push({ ...group, entryId: '', taskTitle: null, note: '', startedAt: first, date });
    }
    return { work, span: spanOf(dates) };
  }

  /** @param turns days on which more than terms may change: those between the cycles of retainers. */
  return (
    clientId: string,
    { turns, ...how }: Pick<Pricing, 'agreements' | 'prices' | 'rounding' | 'turns'>,
  ): FreeWork => {
    const { agreements, rounding } = how;
    const kinds = agreements.some(({ kind }) => kind === 'per_task') ? 1 : 0;
    // What is later than today is never late.
    const all = [...new Set([...turnsOf(agreements), ...turns, addDays(today(), 1)])].sort();
    const pricing = { ...how, turns: all, frozen: frozen.get(clientId) !== undefined };
    const byEntry = rounding.rounding === 'none' || rounding.per === 'entry';
    const simple = agreements.every(({ kind }) => kind === 'hourly' || kind === 'per_task');
    const together = byEntry && simple && !pricing.frozen ? addedUp({ clientId, kinds }, pricing) : null;
    return together ?? inRuns({ clientId, kinds }, pricing);
  };
}

/** The days on which other terms begin, or the last ones have ended. */
function turnsOf(agreements: readonly Agreement[]): string[] {
  return agreements.flatMap(({ versions, endedOn }) => [
    ...versions.map(({ validFrom }) => validFrom),
    ...(endedOn === null ? [] : [addDays(endedOn, 1)]),
  ]);
}
