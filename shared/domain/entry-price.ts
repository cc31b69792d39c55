import { type Agreement, agreementForTask, agreementForTime, type Match } from './agreement-match.ts';
import type { TermsOf } from './agreement-terms.ts';

/** A price that was written down when terms changed under the work. */
export interface FrozenPrice {
  readonly termsId: string;
  /** Minor units per hour or per day; for retainers and prices per task it says nothing. */
  readonly rate: number;
  readonly currency: string;
  /** Of a day rate, what was agreed beside it. */
  readonly dayTerms: TermsOf<'day_rate'> | null;
}

/** Work as far as its price depends on it. */
export interface PricedBy {
  /** The day it began, in the zone it was made in. */
  readonly date: string;
  readonly workKindId: string | null;
  /** Its task, if any: its kind, and whether it has a price of its own, typed or written down. */
  readonly task: { readonly workKindId: string | null; readonly priced: boolean } | null;
  readonly frozen: FrozenPrice | null;
}

interface Agreed {
  readonly agreementId: string;
  readonly termsId: string;
  readonly currency: string;
}

/** How an entry is paid for. Rates are in minor units. */
export type EntryPrice =
  | (Agreed & { readonly by: 'hour'; readonly rate: number })
  /** With all other work of the agreement on its day. */
  | (Agreed & { readonly by: 'day'; readonly rate: number; readonly terms: TermsOf<'day_rate'> })
  /** Out of the hours of a retainer's cycle. */
  | (Agreed & { readonly by: 'cycle' })
  /** With the fixed price of its task. */
  | { readonly by: 'task'; readonly agreed: Agreed | null }
  /** Nothing was agreed; `besideTasks` when only tasks have a price on its day. */
  | { readonly by: 'none'; readonly besideTasks: boolean };

/**
 * How a piece of work is paid for: with its task when that has its own price, as it was written down, with its task
 * when prices per task hold for it on the day of the work, or by the agreement for its kind on that day.
 */
export function entryPrice(work: PricedBy, agreements: readonly Agreement[]): EntryPrice {
  const { date, workKindId, task, frozen } = work;
  if (task?.priced) return { by: 'task', agreed: null };
  if (frozen) {
    const match = versionById(agreements, frozen.termsId);
    if (match) return asFrozen(priceUnder(match, workKindId), frozen);
  }
  const perTask = task && agreementForTask(agreements, task.workKindId, date);
  if (perTask) return priceUnder(perTask, null);
  const match = agreementForTime(agreements, workKindId, date);
  if (match) return priceUnder(match, workKindId);
  return { by: 'none', besideTasks: agreementForTask(agreements, workKindId, date) !== null };
}

function priceUnder(match: Match, workKindId: string | null): EntryPrice {
  const { id: termsId, currency } = match.version;
  const agreed = { agreementId: match.agreement.id, termsId, currency };
  switch (match.kind) {
    case 'hourly': {
      const { kindRates } = match.version.terms;
      const own = workKindId === null ? undefined : kindRates[workKindId];
      return { ...agreed, by: 'hour', rate: own ?? match.version.rate };
    }
    case 'day_rate':
      return { ...agreed, by: 'day', rate: match.version.rate, terms: match.version.terms };
    case 'retainer':
      return { ...agreed, by: 'cycle' };
    case 'per_task':
      return { by: 'task', agreed };
  }
}

function asFrozen(price: EntryPrice, { rate, currency, dayTerms }: FrozenPrice): EntryPrice {
  if (price.by === 'hour') return { ...price, rate, currency };
  if (price.by === 'day') return { ...price, rate, currency, terms: dayTerms ?? price.terms };
  return price;
}

function versionById(agreements: readonly Agreement[], termsId: string): Match | null {
  for (const agreement of agreements) {
    const version = (agreement.versions as readonly { readonly id: string }[]).find(
      ({ id }) => id === termsId,
    );
    if (version) return { kind: agreement.kind, agreement, version } as Match;
  }
  return null;
}

/** Whether two prices pay the same for the same work. */
export function samePrice(a: EntryPrice, b: EntryPrice): boolean {
  if (a.by === 'hour' && b.by === 'hour') return a.rate === b.rate && a.currency === b.currency;
  if (a.by === 'day' && b.by === 'day') {
    const text = ({ agreementId, rate, currency, terms }: typeof a) =>
      JSON.stringify([agreementId, rate, currency, terms]);
    return text(a) === text(b);
  }
  if (a.by === 'cycle' && b.by === 'cycle') return a.agreementId === b.agreementId;
  return a.by === b.by;
}
