import type { Agreement } from '#shared/domain/agreement-match.ts';
import { type RoundingTerms, roundSeconds } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { type EntryPrice, entryPrice } from '#shared/domain/entry-price.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { Sql } from '../../store/open.ts';
import { fromFree, isFree } from './free-rows.ts';
import { frozenOf, joinPrice, type PriceColumns, priceColumns, type TaskPrice } from './price-rows.ts';
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

/** Pieces that share all that prices them but the day; each list is JSON, all in the same order. */
interface Run extends Shared, PriceColumns {
  readonly starts: string;
  /** Milliseconds. */
  readonly lengths: string;
  /** Null where nobody asks which piece is which. */
  readonly ids: string | null;
}

/** How a client's work is priced. */
export interface Pricing {
  readonly agreements: readonly Agreement[];
  /** Of tasks that have prices of their own. */
  readonly prices: ReadonlyMap<string, TaskPrice>;
  readonly rounding: RoundingTerms;
  /** The days (ISO dates, in order) on which anything may begin to count otherwise than on the day before. */
  readonly turns: readonly string[];
  /** Whether prices were written down for some of its work. */
  readonly frozen: boolean;
}

const columnsOf = (prices: string, ids: string) =>
  `${shared}, ${prices}, json_group_array(e.started_at) AS starts,
     json_group_array(e.ended_at - e.started_at) AS lengths, ${ids} AS ids`;

/**
 * Reads free work of any kind: the database hands over times only, for a row of each piece would cost several times as
 * much, and they are added up as far as they are priced alike and between the same two turns. Pieces that are rounded
 * by the day stay single.
 */
export function createWorkRuns(sql: Sql): (asked: Asked, pricing: Pricing) => FreeWork {
  const dateOf = dateFinder();
  const agreed = (ids: string) =>
    sql.prepare<[Asked], Run>(
      `SELECT ${columnsOf(noPrice, ids)} ${fromFree} WHERE ${isFree} GROUP BY ${alike}`,
    );
  const written = (ids: string) =>
    sql.prepare<[Asked], Run>(
      `SELECT ${columnsOf(priceColumns, ids)} ${fromFree} ${joinPrice} WHERE ${isFree}
       GROUP BY ${alike}, p.terms_id, p.rate_minor, p.currency, p.terms`,
    );
  const named = 'json_group_array(e.id)';
  const statements = {
    agreed: { named: agreed(named), nameless: agreed('NULL') },
    written: { named: written(named), nameless: written('NULL') },
  };

  return (asked, { agreements, prices, rounding, turns, frozen: anyFrozen }) => {
    const singly = rounding.rounding !== 'none' && rounding.per === 'day';
    // The first piece of a day that has a written price gives it to the day, and the last ones take what rounding makes.
    const byName = singly || (anyFrozen && agreements.some(({ kind }) => kind === 'day_rate'));
    const runs = statements[anyFrozen ? 'written' : 'agreed'][byName ? 'named' : 'nameless'].all(asked);
    const placeOf = placeFinder(turns);
    const dates: string[] = [];
    const work: WorkSum[] = [];
    const sums = new Map<string, Mutable<WorkSum>>();
    for (const [number, { starts, lengths, ids, zone, ...run }] of runs.entries()) {
      const times = {
        starts: read<number>(starts),
        lengths: read<number>(lengths),
        ids: ids && read<string>(ids),
      };
      const { taskId, taskKindId, workKindId } = run;
      const task = taskId === null ? null : { workKindId: taskKindId, priced: prices.has(taskId) };
      const frozen = frozenOf(run);
      let [place, key, byDay] = [-1, '', false];
      for (const [index, startedAt] of times.starts.entries()) {
        const date = dateOf(startedAt, zone);
        if (date !== dates.at(-1)) dates.push(date);
        const rawSeconds = billableSeconds(0, times.lengths[index] ?? 0);
        if (rawSeconds === 0) continue;
        const entryId = times.ids?.[index] ?? '';
        const first = (billed: number | null): WorkSum => {
          return { ...run, entryId, taskTitle: null, note: '', startedAt, date, rawSeconds, billed };
        };
        if (singly) {
          work.push(first(null));
          continue;
        }
        if (place !== placeOf(date)) {
          place = placeOf(date);
          const price = entryPrice({ workKindId, date, task, frozen }, agreements);
          byDay = price.by === 'day';
          key = `${place} ${frozen ? 'written' : 'agreed'} ${sharedBy(price) ?? number}`;
        }
        const own = byDay ? `${key} ${date}` : key;
        const billed = roundSeconds(rawSeconds, rounding);
        const sum = sums.get(own);
        if (sum) add(sum, { entryId: byName ? entryId : sum.entryId, startedAt, date, rawSeconds, billed });
        else {
          // Cycles tell their work apart.
          const begun = { ...first(billed), ...(byName ? {} : { entryId: `sum ${work.length}` }) };
          sums.set(own, begun);
          work.push(begun);
        }
      }
    }
    return { work, span: spanOf(dates) };
  };
}

type Mutable<Fixed> = { -readonly [Key in keyof Fixed]: Fixed[Key] };

const read = <Item>(json: string) => JSON.parse(json) as Item[];

/** A sum stands where its first piece stands. */
function add(
  sum: Mutable<WorkSum>,
  piece: Pick<WorkSum, 'entryId' | 'startedAt' | 'date' | 'rawSeconds'> & { readonly billed: number },
): void {
  sum.rawSeconds += piece.rawSeconds;
  sum.billed = (sum.billed ?? 0) + piece.billed;
  const { startedAt, entryId, date } = piece;
  if (startedAt > sum.startedAt || (startedAt === sum.startedAt && entryId > sum.entryId)) return;
  Object.assign(sum, { startedAt, entryId, date });
}

/** What work of one day or of one cycle shares, whatever its task and its kind; null where these count. */
function sharedBy(price: EntryPrice): string | null {
  if (price.by === 'cycle') return `cycle ${price.termsId}`;
  if (price.by !== 'day') return null;
  return `day ${price.termsId} ${price.rate} ${price.currency} ${JSON.stringify(price.terms)}`;
}

/** How many of `turns` a date has reached; quick where dates come nearly in order. */
function placeFinder(turns: readonly string[]): (date: string) => number {
  let place = 0;
  return (date) => {
    while (place > 0 && date < (turns[place - 1] ?? '')) place--;
    while (place < turns.length && date >= (turns[place] ?? '')) place++;
    return place;
  };
}
