import { billedSeconds, type RawTime, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import type { WorkRow } from './free-rows.ts';

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

export interface Shared {
  readonly taskId: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly zone: string;
}

export interface Asked {
  readonly clientId: string;
  /** Whether the kinds of tasks are asked for. */
  readonly kinds: 0 | 1;
}

/** SQL: what groups of work share, in the order of the index. */
export const alike = 'e.task_id, e.work_kind_id, e.zone';
export const shared = `e.task_id AS taskId, e.work_kind_id AS workKindId, e.zone,
  CASE WHEN :kinds THEN (SELECT t.work_kind_id FROM tasks t WHERE t.id = e.task_id) END AS taskKindId`;
export const noPrice = 'NULL AS priceTermsId, NULL AS priceRate, NULL AS priceCurrency, NULL AS priceTerms';

/** Whole seconds as billed of each, single pieces rounded together. */
export function billedOf(
  work: readonly (RawTime & { readonly billed?: number | null | undefined })[],
  terms: RoundingTerms,
): number[] {
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
