import { dayWorth } from './day-rate.ts';
import { effectiveRate } from './effective-rate.ts';
import type { EntryPrice } from './entry-price.ts';
import { timeNet } from './invoice.ts';
import { type Money, sumOf } from './money.ts';

/** What money is earned by: hours at a rate, days, finished tasks, a retainer's fee, hours beyond it. */
export const earnings = ['hours', 'days', 'tasks', 'fees', 'over'] as const;
export type Earning = (typeof earnings)[number];

/** Tracked work with its price. */
export interface EarningWork {
  readonly price: EntryPrice;
  /** In which it is paid, or would be. */
  readonly currency: string;
  /** ISO date. */
  readonly date: string;
  /** Whole seconds as tracked, and as they would be billed. */
  readonly rawSeconds: number;
  readonly seconds: number;
  /** Why it brings nothing by itself; null for what does. */
  readonly unpaid: 'notBillable' | 'writtenOff' | null;
  /** Whose price its day has, where several prices meet on one day: the first that was written down. */
  readonly frozen: boolean;
  /** What it earned by where it is invoiced: its amount is then among the sums, whatever its price would be now. */
  readonly invoiced: Earning | null;
}

/** Something earned that is not priced by the entry: what was invoiced for work, a task, a cycle. */
export interface EarnedSum extends Money {
  readonly by: Earning;
}

/** What was earned in one currency, and the tracked time that it took. */
export interface Earned {
  readonly currency: string;
  /** Minor units. */
  readonly amount: number;
  /** All tracked time: billed, unbilled, given away. Whole seconds. */
  readonly seconds: number;
  /** Minor units an hour; null without tracked time. */
  readonly rate: number | null;
  /** What the amount is made of, and the time that went into each; only what there is. */
  readonly parts: readonly {
    readonly by: Earning;
    readonly amount: number;
    readonly seconds: number;
  }[];
  /** Time in `seconds` that brings nothing: not billable, written off, without a price. */
  readonly notBillable: number;
  readonly writtenOff: number;
  readonly unpriced: number;
}

const partOf = { hour: 'hours', day: 'days', task: 'tasks', cycle: 'fees' } as const;

/**
 * Adds up what work has earned, by currency: what was invoiced for it, and what was agreed for the rest. Hours at one rate are added before they are rounded, once; each day, fee and task by itself.
 */
export function earnedBy(work: readonly EarningWork[], sums: readonly EarnedSum[]): Earned[] {
  const hours = new Map<string, { rate: number; currency: string; seconds: number }>();
  const days = new Map<string, EarningWork[]>();
  const money = new Map<string, number>();
  const time = new Map<string, number>();
  const currencies = new Set<string>();
  const put = (to: Map<string, number>, currency: string, key: string, value: number) => {
    currencies.add(currency);
    to.set(`${currency} ${key}`, (to.get(`${currency} ${key}`) ?? 0) + value);
  };
  for (const piece of work) {
    const { price, currency, rawSeconds, seconds, unpaid } = piece;
    put(time, currency, 'all', rawSeconds);
    if (piece.invoiced !== null) {
      put(time, currency, piece.invoiced, rawSeconds);
      continue;
    }
    if (unpaid !== null || price.by === 'none') {
      put(time, currency, unpaid ?? 'unpriced', rawSeconds);
      continue;
    }
    put(time, currency, partOf[price.by], rawSeconds);
    if (price.by === 'hour') {
      const key = `${currency} ${price.rate}`;
      const known = hours.get(key) ?? { rate: price.rate, currency, seconds: 0 };
      known.seconds += seconds;
      hours.set(key, known);
    } else if (price.by === 'day') {
      const key = `${price.agreementId} ${piece.date}`;
      const known = days.get(key);
      if (known) known.push(piece);
      else days.set(key, [piece]);
    }
  }
  for (const { rate, currency, seconds } of hours.values())
    put(money, currency, 'hours', timeNet(seconds, rate, currency));
  for (const day of days.values()) {
    const worth = worthOfDay(day);
    if (worth) put(money, worth.currency, 'days', worth.amount);
  }
  for (const { by, amount, currency } of sums) put(money, currency, by, amount);

  return [...currencies].sort().map((currency) => {
    const parts = earnings.flatMap((by) => {
      const amount = money.get(`${currency} ${by}`) ?? 0;
      const seconds = time.get(`${currency} ${by}`) ?? 0;
      return amount !== 0 || seconds > 0 ? [{ by, amount, seconds }] : [];
    });
    const amount = sumOf(
      parts.map((part) => part.amount),
      currency,
    );
    const spent = (key: string) => time.get(`${currency} ${key}`) ?? 0;
    const rate = effectiveRate({ amount, currency }, spent('all'))?.amount ?? null;
    const [notBillable, writtenOff, unpriced] = [
      spent('notBillable'),
      spent('writtenOff'),
      spent('unpriced'),
    ];
    return { currency, amount, seconds: spent('all'), rate, parts, notBillable, writtenOff, unpriced };
  });
}

/** Several clients' earnings as one, by currency. */
export function earnedTogether(all: readonly Earned[]): Earned[] {
  const currencies = [...new Set(all.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = all.filter((one) => one.currency === currency);
    const total = (key: 'seconds' | 'notBillable' | 'writtenOff' | 'unpriced') =>
      own.reduce((sum, one) => sum + one[key], 0);
    const amount = sumOf(
      own.map((one) => one.amount),
      currency,
    );
    const seconds = total('seconds');
    const parts = earnings.flatMap((by) => {
      const same = own.flatMap((one) => one.parts.filter((part) => part.by === by));
      const amounts = same.map((part) => part.amount);
      const took = same.reduce((sum, part) => sum + part.seconds, 0);
      return same.length > 0 ? [{ by, amount: sumOf(amounts, currency), seconds: took }] : [];
    });
    const rate = effectiveRate({ amount, currency }, seconds)?.amount ?? null;
    const unpaid = {
      notBillable: total('notBillable'),
      writtenOff: total('writtenOff'),
      unpriced: total('unpriced'),
    };
    return { currency, amount, seconds, rate, parts, ...unpaid };
  });
}

/** A day is priced as the first of its work whose price was written down, or as agreed. */
function worthOfDay(day: readonly EarningWork[]): Money | null {
  const price = (day.find(({ frozen }) => frozen) ?? day[0])?.price;
  if (price?.by !== 'day') return null;
  const seconds = day.reduce((sum, piece) => sum + piece.seconds, 0);
  const { currency } = price;
  return { amount: dayWorth(seconds, price.rate, price.terms, currency).net, currency };
}
