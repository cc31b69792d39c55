import type { AgreementOf } from '#shared/domain/agreement-match.ts';
import { billedSeconds, dateFinder, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { entryPrice } from '#shared/domain/entry-price.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { CarriedByStart } from '#shared/domain/invoice-snapshot.ts';
import { type Cycle, cycleAt, cyclesOf, type Days } from '#shared/domain/retainer-cycles.ts';
import { type LedgerCycle, ledgerOf } from '#shared/domain/retainer-ledger.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { createTaskPriceRows, frozenOf, joinPrice, type PriceColumns, priceColumns } from './price-rows.ts';
import { byStart, keptBy, settledIn } from './settled-cycles.ts';
import type { Tools } from './tools.ts';

/** Work in a retainer's cycle. */
export interface CycleEntry {
  readonly entryId: string;
  readonly date: string;
  readonly startedAt: number;
  readonly rawSeconds: number;
  /** As it counts in the ledger. */
  readonly seconds: number;
}

export interface BookedCycle extends Cycle {
  /** Source of invoice lines: agreement and first day. */
  readonly ref: string;
  /** Where its fee and its hours are billed or about to be. */
  readonly fee: Claimed;
  readonly hours: Claimed;
  readonly feeWrittenOff: boolean;
  readonly entries: readonly CycleEntry[];
  readonly ledger: LedgerCycle;
  /** How its work is counted. */
  readonly rounding: RoundingTerms;
  /** Hours that came in and go on, by the first day of the cycle that they are left over from; seconds. */
  readonly carriedIn: CarriedByStart;
  readonly carriedOut: CarriedByStart;
}

export type Claimed = { readonly invoiceId: string; readonly issued: boolean } | null;

/** A retainer with its cycles up to now. */
export interface RetainerBook {
  readonly agreement: AgreementOf<'retainer'>;
  readonly cycles: readonly BookedCycle[];
}

interface Row extends PriceColumns {
  readonly entryId: string;
  readonly taskId: string | null;
  readonly taskKindId: string | null;
  readonly workKindId: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
  readonly lineId: string | null;
  readonly ref: string | null;
}

/**
 * Reads the ledgers of a client's retainers. Work counts in the cycle of its day, unless an invoice has settled that
 * cycle without it: then in the first one after that none has settled. What is written off counts in none. A settled
 * cycle stays as it was billed: its days, its hours, and what it took over and let go on.
 */
export function createRetainers(
  sql: Sql,
  agreements: Agreements,
  rounding: (clientId: string) => RoundingTerms,
  { today }: Pick<Tools, 'today'>,
): (clientId: string) => RetainerBook[] {
  const taskPrices = createTaskPriceRows(sql);
  const work = sql.prepare<[string], Row>(
    `SELECT e.id AS entryId, e.task_id AS taskId, t.work_kind_id AS taskKindId, e.work_kind_id AS workKindId,
       e.started_at AS startedAt, e.ended_at AS endedAt, e.zone, le.line_id AS lineId, s.ref, ${priceColumns}
     FROM time_entries e ${joinPrice} LEFT JOIN tasks t ON t.id = e.task_id
     LEFT JOIN invoice_line_entries le ON le.entry_id = e.id AND le.released_by IS NULL
     LEFT JOIN invoice_line_sources s ON s.line_id = le.line_id AND s.kind = 'hours' AND s.released_by IS NULL
     WHERE e.client_id = ? AND e.ended_at IS NOT NULL AND e.billable = 1
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.entry_id = e.id)
     ORDER BY e.started_at, e.id`,
  );
  const claims = sql.prepare<
    [string],
    { kind: 'fee' | 'hours'; ref: string; invoiceId: string; state: string; detail: string | null }
  >(
    `SELECT s.kind, s.ref, l.invoice_id AS invoiceId, i.state, l.detail FROM invoice_line_sources s
     JOIN invoice_lines l ON l.id = s.line_id JOIN invoices i ON i.id = l.invoice_id
     WHERE s.client_id = ? AND s.released_by IS NULL AND s.kind IN ('fee', 'hours')`,
  );

  const forgiven = sql
    .prepare<[string], string>('SELECT fee FROM write_offs WHERE client_id = ? AND fee IS NOT NULL')
    .pluck();

  return (clientId) => {
    const all = agreements.of(clientId);
    const retainers = all.filter((one) => one.kind === 'retainer');
    if (retainers.length === 0) return [];
    const taken = claims.all(clientId);
    const given = new Set(forgiven.all(clientId));
    const claim = (kind: string, ref: string): Claimed => {
      const found = taken.find((one) => one.kind === kind && one.ref === ref);
      return found ? { invoiceId: found.invoiceId, issued: found.state === 'issued' } : null;
    };
    const kept = new Map<string, NonNullable<ReturnType<typeof keptBy>>>(
      taken.flatMap(({ kind, ref, state, detail }) => {
        const found = state === 'issued' ? keptBy(detail) : null;
        return found ? [[`${kind}:${ref}`, found] as const] : [];
      }),
    );
    const books = retainers.map((agreement) => ({
      agreement,
      cycles: cyclesOf(agreement, today(), daysOf(agreement)).map((cycle) => {
        const ref = `${agreement.id}:${cycle.start}`;
        const claimed = { fee: claim('fee', ref), hours: claim('hours', ref), feeWrittenOff: given.has(ref) };
        const settled = kept.get(`hours:${ref}`)?.hours ?? null;
        return { ...cycle, ref, ...claimed, settled, own: [] as CycleEntry[] };
      }),
    }));
    const find = dateFinder();
    const priced = taskPrices(clientId);
    for (const row of work.all(clientId)) {
      const date = find(row.startedAt, row.zone);
      const rawSeconds = billableSeconds(row.startedAt, row.endedAt);
      if (rawSeconds === 0) continue;
      const cycle = row.lineId === null ? freeCycle(row, date) : bookedCycle(row.ref);
      cycle?.own.push({
        entryId: row.entryId,
        date,
        startedAt: row.startedAt,
        rawSeconds,
        seconds: rawSeconds,
      });
    }
    return books.map(({ agreement, cycles }) => ({
      agreement,
      cycles: withLedger(cycles, rounding(clientId)),
    }));

    /** The days of cycles that are billed; hours settle them, a fee gives way to an earlier end. */
    function daysOf({ id, endedOn }: AgreementOf<'retainer'>): Days[] {
      const days = new Map<string, Days>();
      for (const kind of ['fee', 'hours'])
        for (const { ref } of taken) {
          const found = ref.startsWith(`${id}:`) ? kept.get(`${kind}:${ref}`) : undefined;
          if (!found) continue;
          const cut = kind === 'fee' && endedOn !== null && endedOn < found.end;
          if (cut && endedOn < found.start) continue;
          days.set(found.start, { start: found.start, end: cut ? endedOn : found.end });
        }
      return [...days.values()];
    }

    function bookedCycle(ref: string | null) {
      return books.flatMap(({ cycles }) => cycles).find((cycle) => cycle.ref === ref);
    }

    function freeCycle(row: Row, date: string) {
      const task =
        row.taskId === null ? null : { workKindId: row.taskKindId, priced: priced.has(row.taskId) };
      const price = entryPrice({ date, workKindId: row.workKindId, task, frozen: frozenOf(row) }, all);
      if (price.by !== 'cycle') return undefined;
      const cycles = books.find(({ agreement }) => agreement.id === price.agreementId)?.cycles ?? [];
      const at = cycleAt(cycles, date);
      return at < 0 ? undefined : cycles.find((cycle, index) => index >= at && cycle.hours === null);
    }
  };
}

type OpenCycle = Omit<BookedCycle, 'entries' | 'ledger' | 'rounding' | 'carriedIn' | 'carriedOut'> & {
  readonly settled: NonNullable<ReturnType<typeof keptBy>>['hours'];
  readonly own: readonly CycleEntry[];
};

function withLedger(cycles: readonly OpenCycle[], terms: RoundingTerms): BookedCycle[] {
  const counted = cycles.map(({ own, ...cycle }) => {
    const rounding = cycle.settled?.rounding ?? terms;
    const seconds = billedSeconds(own, rounding);
    const entries = own.map((entry, index) => ({ ...entry, seconds: seconds[index] ?? 0 }));
    return { ...cycle, rounding, entries };
  });
  const ledger = ledgerOf(
    counted.map(({ version: { terms: agreed }, entries, settled }) => ({
      included: agreed.seconds,
      carryCap: agreed.carryCap,
      carryCycles: agreed.carryCycles,
      entries,
      settled: settled && settledIn(settled, cycles),
    })),
  );
  return counted.flatMap(({ settled: _, ...cycle }, index) => {
    const own = ledger[index];
    if (!own) return [];
    const carried = {
      carriedIn: byStart(own.carriedIn, cycles),
      carriedOut: byStart(own.carriedOut, cycles),
    };
    return [{ ...cycle, ...carried, ledger: own }];
  });
}
