import { addDays } from '#shared/domain/dates.ts';
import type { contract } from '#shared/ipc/contract.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Store } from './store/store.ts';

type Calls = Handlers<typeof contract>;

/** Clients that are billed for all until so many days ago, the oldest invoice first, so that some are late. */
const billed = [
  ['Harbour Yoga', 23],
  ['Northwind Bakery', 20],
  ['Studio Lumen', 15],
  ['Tern Architects', 8],
  ['Quill & Sage', 6],
] as const;

/**
 * Does by itself, in a throw-away profile, what a VA does at the end of a month: own details, invoices for the sample
 * clients, two payments, and one more invoice that is still a draft. Nothing of it is written past the services.
 */
export async function billSampleWork(calls: Calls): Promise<void> {
  if ((await calls['billing.invoices']({ clientId: null })).length > 0) return;
  const { today } = await calls['billing.overview'](undefined);
  const clients = new Map((await calls['clients.list'](undefined)).map(({ name, id }) => [name, id]));
  await calls['billing.saveProfile']({
    name: 'Sample Assistant',
    trade: 'Virtual assistance',
    address: 'Sample street 14-3\n10000 Sample town',
    email: 'assistant@sample.example',
    phone: '',
    vatId: '',
    taxNumber: '',
    paymentDetails: 'Sample Assistant\nEE00 0000 0000 0000 0000',
    paymentDays: 14,
    tax: { category: 'none', rate: 0 },
    taxNote: '',
  });
  const issued: string[] = [];
  for (const [name, daysAgo] of billed) {
    const invoiceId = await draftFor(calls, clients.get(name), addDays(today, -daysAgo));
    if (invoiceId === null) continue;
    await calls['billing.issue']({ invoiceId });
    issued.push(invoiceId);
  }
  const [first, second] = issued;
  if (first) await pay(calls, first, addDays(today, -4), 1);
  if (second) await pay(calls, second, addDays(today, -2), 2);
  const open = await draftFor(calls, clients.get('Fjord & Co'), today);
  if (open === null) return;
  await calls['billing.addLine']({
    invoiceId: open,
    text: 'Courier, board packs',
    quantity: 1_000,
    unit: 3_850,
  });
  await calls['billing.changeDraft']({
    invoiceId: open,
    note: 'Board packs went by courier, receipt attached.',
  });
}

/**
 * The same calls without steps for Ctrl+Z: what the app does by itself while somebody looks around must not come
 * between a person and what they did last.
 */
export function unrecorded<Made extends object>(calls: Made, store: Pick<Store, 'write'>): Made {
  const quiet = Object.entries(calls).map(([name, call]) => [
    name,
    (input: unknown) => {
      let answer: unknown;
      // A promise is not waited for in here: what comes after its first wait records nothing by itself.
      store.write(() => {
        answer = (call as (input: unknown) => unknown)(input);
      });
      return answer;
    },
  ]);
  return Object.fromEntries(quiet) as Made;
}

/** A draft of all that is due until a day; null when that is nothing. */
async function draftFor(calls: Calls, clientId: string | undefined, until: string): Promise<string | null> {
  if (!clientId) return null;
  const work = await calls['billing.unbilled']({ clientId });
  if (!work?.from || work.from > until) return null;
  const { invoiceId } = await calls['billing.createDraft']({
    clientId,
    from: work.from,
    to: until,
    grouping: 'task',
  });
  const { lines } = await calls['billing.invoice']({ invoiceId });
  if (lines.length === 0) {
    // Nothing of a retainer or a price per task was due by then.
    await calls['billing.discardDraft']({ invoiceId });
    return null;
  }
  await calls['billing.changeDraft']({ invoiceId, issueDate: until });
  return invoiceId;
}

/** Pays one of so many parts of an invoice. */
async function pay(calls: Calls, invoiceId: string, paidOn: string, parts: number): Promise<void> {
  const { totals } = await calls['billing.invoice']({ invoiceId });
  const amount = Math.floor(totals.gross / parts);
  await calls['billing.savePayment']({ id: null, invoiceId, paidOn, amount, note: '' });
}
