import {
  type RoundingTerms,
  type roundingSpans,
  type roundings,
  unrounded,
} from '#shared/domain/billed-rounding.ts';
import type { CarriedByStart, LineDetail } from '#shared/domain/invoice-snapshot.ts';
import type { Days } from '#shared/domain/retainer-cycles.ts';
import type { Carried, Settled } from '#shared/domain/retainer-ledger.ts';

/** What an issued line said of its cycle; `rounding` is how its work was counted then. */
export interface Kept extends Days {
  readonly hours: {
    readonly included: number;
    readonly carriedIn: CarriedByStart;
    readonly carriedOut: CarriedByStart;
    readonly rounding: RoundingTerms;
  } | null;
}

/** Reads what an issued line of a fee or of hours keeps of its cycle; null for one that does not say it. */
export function keptBy(detail: string | null): Kept | null {
  if (detail === null) return null;
  const { cycleStart, cycleEnd, ...rest } = JSON.parse(detail) as LineDetail;
  if (typeof cycleStart !== 'string' || typeof cycleEnd !== 'string') return null;
  const { includedSeconds, carriedIn, carriedOut, rounding, roundingMinutes, roundingPer } = rest;
  if (typeof carriedIn !== 'object' || typeof carriedOut !== 'object')
    return { start: cycleStart, end: cycleEnd, hours: null };
  const terms: RoundingTerms = {
    rounding: (rounding as (typeof roundings)[number] | undefined) ?? unrounded.rounding,
    minutes: Number(roundingMinutes ?? unrounded.minutes),
    per: (roundingPer as (typeof roundingSpans)[number] | undefined) ?? unrounded.per,
  };
  const hours = { included: Number(includedSeconds), carriedIn, carriedOut, rounding: terms };
  return { start: cycleStart, end: cycleEnd, hours };
}

/** Hours by the first day of their cycle, as the ledger has them by position. */
export function byStart(parts: readonly Carried[], cycles: readonly Days[]): CarriedByStart {
  return Object.fromEntries(parts.map(({ from, seconds }) => [cycles[from]?.start ?? '', seconds]));
}

/** What the ledger keeps of a settled cycle among `cycles`; hours of a cycle that is gone are as old as the first. */
export function settledIn(hours: NonNullable<Kept['hours']>, cycles: readonly Days[]): Settled {
  const places = (carried: CarriedByStart) =>
    Object.entries(carried).map(([start, seconds]) => {
      return {
        from: Math.max(
          0,
          cycles.findIndex((cycle) => cycle.start === start),
        ),
        seconds,
      };
    });
  const { included, carriedIn, carriedOut } = hours;
  return { included, carriedIn: places(carriedIn), carriedOut: places(carriedOut) };
}
