import type { Agreement, AgreementOf } from '#shared/domain/agreement-match.ts';
import type { RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { addDays } from '#shared/domain/dates.ts';
import { billableSeconds } from '#shared/domain/invoice.ts';
import type { CarriedByStart } from '#shared/domain/invoice-snapshot.ts';
import {
  type Cycle,
  type CyclePart,
  cycleAt,
  cyclesOf,
  type Days,
  partOf,
  secondsOf,
} from '#shared/domain/retainer-cycles.ts';
import { type LedgerCycle, ledgerOf } from '#shared/domain/retainer-ledger.ts';
import type { Sql } from '../../store/open.ts';
import type { Agreements } from './agreements.ts';
import { createFreeRows, type WorkRow } from './free-rows.ts';
import { createTaskPriceRows, priceOfRow } from './price-rows.ts';
import { byStart, type Kept, keptBy, settledIn } from './settled-cycles.ts';
import { billedOf } from './summed-work.ts';
import type { Tools } from './tools.ts';

/** Work in a retainer's cycle. */
export interface CycleEntry {
  readonly entryId: string;
  readonly date: string;
  readonly startedAt: number;
  readonly rawSeconds: number;
  /** As it counts in the ledger. */
  readonly seconds: number;
  /** As billed, where pieces are added up already. */
  readonly billed?: number | null | undefined;
}

export interface BookedCycle extends Cycle {
  /** Source of invoice lines: agreement and first day. */
  readonly ref: string;
  /** Where its fee and its hours are billed or about to be. */
  readonly fee: Claimed;
  readonly hours: Claimed;
  readonly feeWrittenOff: boolean;
  /** What it includes, and what part of a whole cycle it is where that is charged by days. */
  readonly seconds: number;
  readonly part: CyclePart | null;
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

/** Work on the hours line of a cycle. */
interface BookedRow {
  readonly entryId: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
}

interface ClaimRow {
  readonly kind: 'fee' | 'hours';
  readonly ref: string;
  readonly lineId: string;
  readonly invoiceId: string;
  readonly issued: 0 | 1;
  readonly detail: string | null;
}

/** Whether a cycle's work is read, of those that are settled; with its place among a book's. */
type Reading = (cycle: Cycle, index: number, cycles: readonly Cycle[]) => boolean;

export interface Retainers {
  /**
   * The books of a client.
   * @param reading which settled cycles' work is read; all others of them have no entries, and `worked`, `used`, `over`,
   * `left` and `lapsed` of their ledger say nothing. Years of them are most of a client's work.
   */
  of(clientId: string, reading?: Reading): RetainerBook[];
  /** The same for whoever reads the agreements and the free work of the client anyway. */
  opened(clientId: string, agreements: readonly Agreement[], reading: Reading): OpenBooks;
}

export interface OpenBooks {
  /** The first day of each cycle and the day after each; work between two of them may be added up. */
  readonly turns: readonly string[];
  /** @param work all free work. */
  withWork(work: readonly CycleWork[]): RetainerBook[];
}

/** A piece of work, or some of one cycle that are priced alike. */
type CycleWork = WorkRow & Pick<CycleEntry, 'billed'>;

const every: Reading = () => true;

/** Where settled cycles only have to be known for their days and for what they let go on. */
export const noneSettled: Reading = () => false;

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
): Retainers {
  const taskPrices = createTaskPriceRows(sql);
  const rows = createFreeRows(sql);
  const dateOf = dateFinder();
  const booked = sql.prepare<[string], BookedRow>(
    `SELECT e.id AS entryId, e.started_at AS startedAt, e.ended_at AS endedAt, e.zone
     FROM invoice_line_entries le JOIN time_entries e ON e.id = le.entry_id
     WHERE le.line_id = ? AND le.released_by IS NULL AND e.ended_at IS NOT NULL AND e.billable = 1
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.entry_id = e.id)`,
  );
  const claims = sql.prepare<[{ clientId: string }], ClaimRow>(
    `SELECT s.kind, s.ref, s.line_id AS lineId, l.invoice_id AS invoiceId, l.detail, l.invoice_id NOT IN
       (SELECT id FROM invoices WHERE client_id = :clientId AND state = 'draft') AS issued
     FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
     WHERE s.client_id = :clientId AND s.released_by IS NULL AND s.kind IN ('fee', 'hours')`,
  );
  const forgiven = sql
    .prepare<[string], string>('SELECT fee FROM write_offs WHERE client_id = ? AND fee IS NOT NULL')
    .pluck();

  function workOn(lineId: string): CycleEntry[] {
    return booked.all(lineId).flatMap(({ zone, endedAt, ...row }) => {
      const rawSeconds = billableSeconds(row.startedAt, endedAt);
      const date = dateOf(row.startedAt, zone);
      return rawSeconds > 0 ? [{ ...row, date, rawSeconds, seconds: rawSeconds }] : [];
    });
  }

  return {
    of(clientId, reading = every) {
      const all = agreements.of(clientId);
      if (!all.some(({ kind }) => kind === 'retainer')) return [];
      return opened(clientId, all, reading).withWork(rows.free(clientId));
    },
    opened,
  };

  function opened(clientId: string, all: readonly Agreement[], reading: Reading): OpenBooks {
    const retainers = all.filter((one) => one.kind === 'retainer');
    if (retainers.length === 0) return { turns: [], withWork: () => [] };
    const claimed = new Map(claims.all({ clientId }).map((row) => [`${row.kind}:${row.ref}`, row]));
    const given = new Set(forgiven.all(clientId));
    const claim = (found: ClaimRow | undefined): Claimed =>
      found ? { invoiceId: found.invoiceId, issued: found.issued === 1 } : null;
    const kept = new Map<string, Kept>();
    for (const [key, { issued, detail }] of claimed) {
      const found = issued ? keptBy(detail) : null;
      if (found) kept.set(key, found);
    }
    const books = retainers.map((agreement) => ({
      agreement,
      cycles: cyclesOf(agreement, today(), daysOf(agreement)).map((cycle, index, cycles) => {
        const ref = `${agreement.id}:${cycle.start}`;
        const [fee, hours] = [claimed.get(`fee:${ref}`), claimed.get(`hours:${ref}`)];
        const settled = kept.get(`hours:${ref}`)?.hours ?? null;
        const own = hours && (settled === null || reading(cycle, index, cycles)) ? workOn(hours.lineId) : [];
        const at = { fee: claim(fee), hours: claim(hours), feeWrittenOff: given.has(ref) };
        // A fee that is billed has bought the hours of its days, also when the agreement then ends before them.
        const paid = { ...cycle, end: later(cycle.end, kept.get(`fee:${ref}`)?.end) };
        const offers = { seconds: secondsOf(paid), part: partOf(paid) };
        return { ...cycle, ref, ...at, ...offers, settled, own };
      }),
    }));
    const priced = taskPrices(clientId);
    return {
      turns: books.flatMap(({ cycles }) => cycles.flatMap(({ start, end }) => [start, addDays(end, 1)])),
      withWork(work) {
        for (const row of work) {
          const { entryId, date, startedAt, rawSeconds, billed } = row;
          freeCycle(row)?.own.push({ entryId, date, startedAt, rawSeconds, seconds: rawSeconds, billed });
        }
        return books.map(({ agreement, cycles }) => ({
          agreement,
          cycles: withLedger(cycles, rounding(clientId)),
        }));
      },
    };

    /** The days of cycles that are billed; hours settle them, a fee gives way to an earlier end. */
    function daysOf({ id, endedOn }: AgreementOf<'retainer'>): Days[] {
      const days = new Map<string, Days>();
      for (const kind of ['fee', 'hours'])
        for (const [key, found] of kept) {
          if (!key.startsWith(`${kind}:${id}:`)) continue;
          const cut = kind === 'fee' && endedOn !== null && endedOn < found.end;
          if (cut && endedOn < found.start) continue;
          days.set(found.start, { start: found.start, end: cut ? endedOn : found.end });
        }
      return [...days.values()];
    }

    function freeCycle(row: WorkRow) {
      const price = priceOfRow(row, all, priced);
      if (price.by !== 'cycle') return undefined;
      const cycles = books.find(({ agreement }) => agreement.id === price.agreementId)?.cycles ?? [];
      const at = cycleAt(cycles, row.date);
      for (let index = at; at >= 0 && index < cycles.length; index++)
        if (cycles[index]?.hours === null) return cycles[index];
      return undefined;
    }
  }
}

function later(end: string, other: string | undefined): string {
  return other !== undefined && other > end ? other : end;
}

type OpenCycle = Omit<BookedCycle, 'entries' | 'ledger' | 'rounding' | 'carriedIn' | 'carriedOut'> & {
  readonly settled: Kept['hours'];
  readonly own: readonly CycleEntry[];
};

function withLedger(cycles: readonly OpenCycle[], terms: RoundingTerms): BookedCycle[] {
  const counted = cycles.map(({ own, ...cycle }) => {
    const rounding = cycle.settled?.rounding ?? terms;
    const seconds = billedOf(own, rounding);
    const entries = own.map((entry, index) => ({ ...entry, seconds: seconds[index] ?? 0 }));
    return { ...cycle, rounding, entries };
  });
  const ledger = ledgerOf(
    counted.map(({ version: { terms: agreed }, seconds: included, entries, settled }) => ({
      included,
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
