import type { WriteOffOffer } from '#shared/ipc/billing-write-offs.ts';
import type { ExpenseRows } from './expense-rows.ts';
import type { FreeRows } from './free-rows.ts';
import type { Sources } from './sources.ts';

/** What of a client could be written off: single pieces of work, finished tasks with a price, fees that are due, expenses. */
export function createWriteOffOffers(
  rows: FreeRows,
  sources: Sources,
  expenses: ExpenseRows,
): (clientId: string) => WriteOffOffer[] {
  return (clientId) => {
    const free = sources.free(clientId, '0000-01-01', '9999-12-31');
    const withTask = new Set(free.tasks.flatMap(({ entryIds }) => entryIds));
    const entries = rows.free(clientId).filter(({ entryId }) => !withTask.has(entryId));
    const offers: WriteOffOffer[] = [
      ...entries.map(({ entryId: id, date, rawSeconds: seconds, taskTitle, note }) => ({
        kind: 'entry' as const,
        id,
        date,
        seconds,
        title: taskTitle ?? (note.trim() || null),
        amount: null,
        currency: null,
      })),
      ...free.tasks.map(({ taskId: id, date, rawSeconds: seconds, title, price: amount, currency }) => ({
        kind: 'task' as const,
        id,
        date,
        seconds,
        title,
        amount,
        currency,
      })),
      ...free.fees.map(({ ref: id, date, amount, currency }) => ({
        kind: 'fee' as const,
        id,
        date,
        seconds: 0,
        title: null,
        amount,
        currency,
      })),
    ];
    const spent = expenses.ofClient(clientId).flatMap((expense): WriteOffOffer[] => {
      const { id, spentOn: date, text: title, amount, currency, billable, lineId, writeOffId } = expense;
      const isFree = billable === 1 && lineId === null && writeOffId === null;
      return isFree ? [{ kind: 'expense', id, date, seconds: 0, title, amount, currency }] : [];
    });
    return [...offers, ...spent].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  };
}
