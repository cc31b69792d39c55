import { addDays as plusDays } from './due-day.ts';
import { bucketOf, bucketsBetween } from './report.ts';

export interface Expected {
  /** ISO date. */
  readonly dueDate: string;
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
  /** Not promised by anybody yet: it stands on a draft. */
  readonly draft: boolean;
}

export interface ExpectedPart<Item extends Expected> {
  /** First day of the week or month; `late` is what should have come in, `later` what lies beyond the view. */
  readonly start: string | 'late' | 'later';
  readonly items: readonly Item[];
  /** Of issued invoices, and of drafts. */
  readonly issued: number;
  readonly drafts: number;
}

export type ExpectedBy = 'week' | 'month';
const shown: Readonly<Record<ExpectedBy, number>> = { week: 10, month: 6 };
const longest: Readonly<Record<ExpectedBy, number>> = { week: 7, month: 31 };

/**
 * What is to come in of one currency by the week or month it is due, from the one that holds `today` on. Everything given
 * stands in exactly one part. What is due before today is late, even where its week still runs; a draft is never late:
 * its days to pay begin when it is issued. @param weekStart Monday = 1.
 */
export function expectedParts<Item extends Expected>(
  items: readonly Item[],
  today: string,
  by: ExpectedBy,
  weekStart: number,
): ExpectedPart<Item>[] {
  const starts = [
    ...new Set(bucketsBetween(today, plusDays(today, shown[by] * longest[by]), by, weekStart)),
  ].slice(0, shown[by]);
  const last = starts.at(-1) ?? today;
  const place = ({ dueDate, draft }: Item): string => {
    if (dueDate < today && !draft) return 'late';
    const start = bucketOf(dueDate < today ? today : dueDate, by, weekStart);
    return start > last ? 'later' : start;
  };
  const byPlace = new Map<string, Item[]>(['late', ...starts, 'later'].map((start) => [start, []]));
  for (const item of items) byPlace.get(place(item))?.push(item);
  return [...byPlace]
    .map(([start, own]) => ({
      start,
      items: own,
      issued: total(own.filter(({ draft }) => !draft)),
      drafts: total(own.filter(({ draft }) => draft)),
    }))
    .filter(({ start, items: own }) => own.length > 0 || (start !== 'late' && start !== 'later'));
}

function total(items: readonly Expected[]): number {
  return items.reduce((sum, { amount }) => sum + amount, 0);
}
