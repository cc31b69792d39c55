import type { Grouping } from '#shared/domain/invoice.ts';
import { timeNet } from '#shared/domain/invoice.ts';
import { worthOf } from '#shared/domain/invoice-grouping.ts';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { FreeSources } from './free-sources.ts';

/** What free sources come to as the lines of an invoice, each rounded by itself, by currency. */
export function sourcesWorth(free: FreeSources, grouping: Grouping): Money[] {
  return totalsByCurrency([
    ...worthOf(free.time, grouping),
    ...free.days.map(({ worth, currency }) => ({ amount: worth.net, currency })),
    ...free.tasks.map(({ price: amount, currency }) => ({ amount, currency })),
    ...free.fees,
    ...free.hours.map(({ cycle, rate, currency }) => ({
      amount: timeNet(cycle.ledger.over, rate, currency),
      currency,
    })),
  ]);
}

/** Every currency that the sources are billed in. */
export function sourceCurrencies({ time, days, tasks, fees, hours }: FreeSources): Set<string> {
  return new Set([...time, ...days, ...tasks, ...fees, ...hours].map(({ currency }) => currency));
}

/** The seconds and entries of all work that would go on an invoice. */
export function workOf({ time, days, tasks, hours }: FreeSources) {
  const groups = [...days, ...tasks, ...hours];
  const total = (key: 'seconds' | 'rawSeconds') =>
    [...time, ...groups].reduce((sum, one) => sum + one[key], 0);
  return {
    entries: time.length + groups.reduce((sum, { entryIds }) => sum + entryIds.length, 0),
    seconds: total('seconds'),
    rawSeconds: total('rawSeconds'),
  };
}
