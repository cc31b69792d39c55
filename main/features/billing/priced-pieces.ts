import { type DayWorth, dayWorth } from '#shared/domain/day-rate.ts';
import type { EntryPrice } from '#shared/domain/entry-price.ts';
import type { LinkedRow, WorkRow } from './free-rows.ts';
import type { DaySource, Taken, TimeSource } from './free-sources.ts';
import type { WorkSum } from './summed-work.ts';

/** One piece of work, or some that are added up already. */
export type WorkSource = WorkRow & Partial<WorkSum>;

export interface Piece {
  readonly row: WorkSource;
  readonly price: EntryPrice;
  /** As billed. */
  readonly seconds: number;
}

export type LinkedPiece = Piece & { readonly row: LinkedRow };

/** The pieces that are priced by the hour, as lines gather them. */
export function timeOf(pieces: readonly Piece[]): TimeSource[] {
  return pieces.flatMap(({ row, price, seconds }) =>
    price.by === 'hour' ? [{ ...row, seconds, rate: price.rate, currency: price.currency }] : [],
  );
}

/** What one source takes along. */
export function takenBy(own: readonly Piece[], ref: string, date: string, currency: string): Taken {
  return {
    entryIds: own.map(({ row }) => row.entryId),
    seconds: own.reduce((total, { seconds }) => total + seconds, 0),
    rawSeconds: own.reduce((total, { row }) => total + row.rawSeconds, 0),
    ref,
    date,
    currency,
  };
}

/** Pieces by what `keyOf` says, in their order; without those for which it says null. */
export function gathered<P extends Piece>(
  pieces: readonly P[],
  keyOf: (piece: P) => string | null,
): Map<string, P[]> {
  const groups = new Map<string, P[]>();
  for (const piece of pieces) {
    const key = keyOf(piece);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(piece);
    else groups.set(key, [piece]);
  }
  return groups;
}

function earlier(a: WorkRow, b: WorkRow): number {
  return a.startedAt - b.startedAt || (a.entryId < b.entryId ? -1 : 1);
}

/** A credit note can give a day back, while what went beyond it stays billed. */
export function withoutOver(worth: DayWorth): DayWorth {
  return { ...worth, overSeconds: 0, overNet: 0, net: worth.dayNet };
}

/** The days under day rates; a day is priced as the first of its work that has a price of its own, or as agreed. */
export function daysOf(pieces: readonly Piece[]): DaySource[] {
  const days = gathered(pieces, ({ row, price }) =>
    price.by === 'day' ? `${price.agreementId}:${row.date}` : null,
  );
  return [...days].flatMap(([ref, own]) => {
    const ordered = own.toSorted((a, b) => earlier(a.row, b.row));
    const { price, row } = ordered.find((piece) => piece.row.priceTermsId !== null) ?? (ordered[0] as Piece);
    if (price.by !== 'day') return [];
    const { rate, terms, currency } = price;
    const all = takenBy(own, ref, row.date, currency);
    return [{ ...all, rate, terms, worth: dayWorth(all.seconds, rate, terms, currency) }];
  });
}
