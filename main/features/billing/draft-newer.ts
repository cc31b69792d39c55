import type { EntryPrice } from '#shared/domain/entry-price.ts';
import type { NewerWork } from '#shared/ipc/billing.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import type { DraftWork } from './draft-work.ts';
import { invoiceDraft } from './drafts.ts';
import type { ExpenseLines } from './expense-lines.ts';
import type { ExpenseRows } from './expense-rows.ts';
import { createFreeRows, type WorkRow } from './free-rows.ts';
import type { FreeSources } from './free-sources.ts';
import type { InvoiceRecord, InvoiceRows } from './invoice-rows.ts';
import { createTaskPriceRows, priceOfRow } from './price-rows.ts';
import { keptBy } from './settled-cycles.ts';
import { workOf } from './source-worth.ts';
import type { Sources } from './sources.ts';
import type { Tools } from './tools.ts';

export interface DraftNewer {
  /** What is unbilled of the days of a draft and not on it, in its currency; null when nothing is, or it is no draft. */
  of(invoiceId: string): NewerWork | null;
  /** Puts it on the draft: on the lines that it belongs to, or on new ones. Throws `locked` for what is issued. */
  take(invoiceId: string): void;
}

/** Work that goes on a line which the draft has already. */
interface Joining {
  readonly row: WorkRow;
  readonly lineId: string;
}

/** What came in for the days of a draft since it was made, or was taken off it; over the database. */
export function createDraftNewer(
  store: Store,
  rows: InvoiceRows,
  sources: Sources,
  agreements: Pick<Agreements, 'of'>,
  work: DraftWork,
  expenses: ExpenseRows,
  expenseLines: ExpenseLines,
  { clock, ids }: Pick<Tools, 'clock' | 'ids'>,
): DraftNewer {
  const free = createFreeRows(store.sql);
  const taskPrices = createTaskPriceRows(store.sql);

  /** Free work of days, tasks and cycles that are on the draft: they are billed once, so it goes on their lines. */
  function joining(record: InvoiceRecord): Joining[] {
    const lines = linesByWork(record);
    if (lines.of.size === 0 && lines.cycles.length === 0) return [];
    const all = agreements.of(record.clientId);
    const priced = taskPrices(record.clientId);
    return free.free(record.clientId).flatMap((row) => {
      const lineId = lineFor(row, priceOfRow(row, all, priced), lines);
      return lineId === undefined ? [] : [{ row, lineId }];
    });
  }

  function linesByWork({ id }: InvoiceRecord): WorkLines {
    const of = new Map<string, string>();
    const cycles: WorkLines['cycles'][number][] = [];
    const details = new Map(rows.lines(id).map((line) => [line.id, line.detail]));
    for (const [lineId, own] of rows.sourcesByLine(id))
      for (const { kind, ref } of own) {
        const kept = kind === 'hours' ? keptBy(details.get(lineId) ?? null) : null;
        if (kept) cycles.push({ ...kept, lineId, agreementId: ref.slice(0, -11) });
        else if (kind === 'day' || kind === 'task') of.set(`${kind}:${ref}`, lineId);
      }
    return { of, cycles };
  }

  /** All other work of its days that a draft of its own would hold. */
  function others(record: InvoiceRecord, joined: readonly Joining[]): FreeSources {
    const taken = new Set(joined.map(({ row }) => row.entryId));
    const found = sources.free(record.clientId, record.periodFrom, record.periodTo);
    const fits = ({ currency }: { readonly currency: string }) => currency === record.currency;
    return {
      ...found,
      time: found.time.filter(fits),
      days: found.days.filter(fits),
      tasks: found.tasks.filter(fits),
      fees: found.fees.filter(fits),
      // Work of a cycle that is on the draft counts in a later one only as long as it is not on the draft itself.
      hours: found.hours.filter((one) => fits(one) && !one.entryIds.some((id) => taken.has(id))),
    };
  }

  return {
    of(invoiceId) {
      const record = rows.invoice(invoiceId);
      if (record?.state !== 'draft' || record.kind !== 'invoice') return null;
      const joined = joining(record);
      const more = others(record, joined);
      const { entries, rawSeconds } = workOf(more);
      const found = {
        entries: entries + joined.length,
        seconds: rawSeconds + joined.reduce((sum, { row }) => sum + row.rawSeconds, 0),
        tasks: more.tasks.length,
        cycles: more.fees.length,
        expenses: expenses.freeUntil(record.clientId, record.currency, record.periodTo).length,
      };
      return Object.values(found).some((count) => count > 0) ? found : null;
    },
    take(invoiceId) {
      store.act({ key: 'undo.newerTaken', values: {} }, (announce) => {
        const record = invoiceDraft(rows, invoiceId);
        for (const { row, lineId } of joining(record))
          rows.insertEntry(ids.next(), lineId, record.clientId, row.entryId);
        const more = others(record, []);
        work.joinTime(record, more.time, sources.onLines(record.id, record.clientId));
        work.addAll(record, { ...more, time: [] });
        expenseLines.addAll(record);
        rows.touch(invoiceId, clock.now());
        announce('billing', record.clientId);
      });
    },
  };
}

interface WorkLines {
  /** By source, `day:<ref>` or `task:<ref>`. */
  readonly of: ReadonlyMap<string, string>;
  readonly cycles: readonly {
    readonly lineId: string;
    readonly agreementId: string;
    readonly start: string;
    readonly end: string;
  }[];
}

function lineFor(row: WorkRow, price: EntryPrice, { of, cycles }: WorkLines): string | undefined {
  if (price.by === 'day') return of.get(`day:${price.agreementId}:${row.date}`);
  if (price.by === 'task') return of.get(`task:${row.taskId}`);
  if (price.by !== 'cycle') return undefined;
  return cycles.find(
    ({ agreementId, start, end }) =>
      agreementId === price.agreementId && row.date >= start && row.date <= end,
  )?.lineId;
}
