import type { Agreement } from '#shared/domain/agreement-match.ts';
import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { addDays } from '#shared/domain/dates.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { Sql } from '../../store/open.ts';
import { fromFree, isFree, type WorkRow } from './free-rows.ts';
import { joinPrice, type PriceColumns, priceColumns } from './price-rows.ts';
import { billedSecondsOfEntry, joinTerms, rawSeconds } from './rounding.ts';

/** The first and the last of some dates (ISO); null where there is none. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** A piece of work, or pieces added up that are priced alike and would share a line. */
export interface WorkSum extends WorkRow {
  /** Whole seconds as billed of what is added up; null for one piece, which is rounded with others. */
  readonly billed: number | null;
}

/** All free work of a client, to be added up: in no order, and without titles of tasks and notes. */
export interface FreeWork {
  readonly work: readonly WorkSum[];
  /** What is too short for a bill included. */
  readonly span: Span;
}

interface Shared {
  readonly taskId: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly zone: string;
}

interface Group extends Shared {
  readonly first: number;
  readonly last: number;
  readonly rawSeconds: number;
  readonly billed: number;
}

interface Piece extends Shared, PriceColumns {
  readonly entryId: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

interface Asked {
  readonly clientId: string;
  /** Whether the kinds of tasks are asked for. */
  readonly kinds: 0 | 1;
}

const noPrice: PriceColumns = { priceTermsId: null, priceRate: null, priceCurrency: null, priceTerms: null };

const shared = `e.task_id AS taskId, e.work_kind_id AS workKindId, e.zone,
  CASE WHEN :kinds THEN (SELECT t.work_kind_id FROM tasks t WHERE t.id = e.task_id) END AS taskKindId`;

/**
 * Reads free work as far as sums need it. The database adds up what shares a line, unless days, cycles or prices that
 * were written down ask for each piece, or other terms begin amid it.
 */
export function createWorkSums(sql: Sql) {
  const dateOf = dateFinder();
  const frozen = sql.prepare<[string]>('SELECT 1 FROM entry_prices WHERE client_id = ? LIMIT 1');
  const sums = (billed: string, terms: string) =>
    sql.prepare<[Asked], Group>(
      `SELECT ${shared}, min(e.started_at) AS first, max(e.started_at) AS last, sum(${rawSeconds}) AS rawSeconds,
         sum(${billed}) AS billed
       ${fromFree} ${terms} WHERE ${isFree} GROUP BY e.task_id, e.work_kind_id, e.zone`,
    );
  const [unrounded, rounded] = [sums(rawSeconds, ''), sums(billedSecondsOfEntry, joinTerms)];
  const pieces = sql.prepare<[Asked], Piece>(
    `SELECT e.id AS entryId, e.started_at AS startedAt, e.ended_at AS endedAt, ${priceColumns},
       ${shared}
     ${fromFree} ${joinPrice} WHERE ${isFree}`,
  );

  function addedUp(
    asked: Asked,
    agreements: readonly Agreement[],
    { rounding }: RoundingTerms,
  ): FreeWork | null {
    const groups = rounding === 'none' ? unrounded : rounded;
    const turns = turnsOf(agreements);
    const dates: string[] = [];
    const work: WorkSum[] = [];
    for (const { first, last, zone, ...group } of groups.all(asked)) {
      const [date, end] = [dateOf(first, zone), dateOf(last, zone)];
      if (turns.some((turn) => turn > date && turn <= end)) return null;
      dates.push(date, end);
      if (group.rawSeconds === 0) continue;
      const facts = { entryId: '', taskTitle: null, note: '', startedAt: first, date };
      work.push({ ...group, ...facts, ...noPrice });
    }
    return { work, span: spanOf(dates) };
  }

  function oneByOne(asked: Asked): FreeWork {
    const dates: string[] = [];
    const work: WorkSum[] = [];
    for (const { endedAt, zone, ...piece } of pieces.all(asked)) {
      const date = dateOf(piece.startedAt, zone);
      dates.push(date);
      const length = billableSeconds(piece.startedAt, endedAt);
      if (length === 0) continue;
      work.push({ ...piece, taskTitle: null, note: '', date, rawSeconds: length, billed: null });
    }
    return { work, span: spanOf(dates) };
  }

  return (clientId: string, agreements: readonly Agreement[], terms: RoundingTerms): FreeWork => {
    const perTask = agreements.some(({ kind }) => kind === 'per_task');
    const asked = { clientId, kinds: perTask ? 1 : 0 } as const;
    const byEntry = terms.rounding === 'none' || terms.per === 'entry';
    const alike = agreements.every(({ kind }) => kind === 'hourly' || kind === 'per_task');
    const together = byEntry && alike && !frozen.get(clientId) ? addedUp(asked, agreements, terms) : null;
    return together ?? oneByOne(asked);
  };
}

/** Whole seconds as billed of each, single pieces rounded together. */
export function billedOf(work: readonly (WorkRow & Partial<WorkSum>)[], terms: RoundingTerms): number[] {
  const single = work.every(({ billed }) => typeof billed !== 'number');
  return single ? billedSeconds(work, terms) : work.map(({ billed }) => billed ?? 0);
}

/** The first and the last of some dates. */
export function spanOf(dates: readonly string[]): Span {
  let [from, to]: (string | null)[] = [null, null];
  for (const date of dates) {
    if (!from || date < from) from = date;
    if (!to || date > to) to = date;
  }
  return { from: from ?? null, to: to ?? null };
}

/** The days on which other terms begin, or the last ones have ended. */
function turnsOf(agreements: readonly Agreement[]): string[] {
  return agreements.flatMap(({ versions, endedOn }) => [
    ...versions.map(({ validFrom }) => validFrom),
    ...(endedOn === null ? [] : [addDays(endedOn, 1)]),
  ]);
}
