import { daysBetween } from './due-day.ts';

/** How long open invoices have been due: not yet, or for so many days. */
export const ages = ['notDue', 'to30', 'to60', 'to90', 'over90'] as const;
export type Age = (typeof ages)[number];

export interface OpenAmount {
  readonly clientId: string;
  readonly currency: string;
  /** ISO date. */
  readonly dueDate: string;
  /** What is still to come in, minor units. */
  readonly open: number;
}

/** Of one client and currency, or of one currency; minor units. */
export interface AgeSums {
  readonly currency: string;
  readonly byAge: Readonly<Record<Age, number>>;
  readonly total: number;
}

/** The day it is due is not yet late; the day after is one day late. Dates are ISO. */
export function ageOf(dueDate: string, today: string): Age {
  const late = daysBetween(dueDate, today);
  if (late <= 0) return 'notDue';
  if (late <= 30) return 'to30';
  if (late <= 60) return 'to60';
  return late <= 90 ? 'to90' : 'over90';
}

/** Open amounts added up by age for each currency, in order of code; never across currencies. */
export function ageSums(amounts: readonly OpenAmount[], today: string): AgeSums[] {
  const sums = new Map<string, { byAge: Record<Age, number>; total: number }>();
  for (const { currency, dueDate, open } of amounts) {
    const sum = sums.get(currency) ?? { byAge: { ...nothing }, total: 0 };
    sum.byAge[ageOf(dueDate, today)] += open;
    sum.total += open;
    sums.set(currency, sum);
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The same by client, in the order in which clients first come. */
export function ageSumsByClient<Amount extends OpenAmount>(
  amounts: readonly Amount[],
  today: string,
): (AgeSums & { readonly first: Amount })[] {
  const byClient = new Map<string, Amount[]>();
  for (const amount of amounts) {
    const list = byClient.get(amount.clientId);
    if (list) list.push(amount);
    else byClient.set(amount.clientId, [amount]);
  }
  return [...byClient.values()].flatMap((list) => {
    const [first] = list;
    return first ? ageSums(list, today).map((sums) => ({ ...sums, first })) : [];
  });
}

const nothing: Readonly<Record<Age, number>> = { notDue: 0, to30: 0, to60: 0, to90: 0, over90: 0 };
