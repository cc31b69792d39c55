import type { Earning } from '#shared/domain/earned.ts';
import type { LineKind, Tax } from '#shared/domain/invoice.ts';
import { fractionOf, type Money } from '#shared/domain/money.ts';
import type { Sql } from '../../store/open.ts';
import { rawSeconds } from './rounding.ts';

/**
 * What an issued line has brought: minor units, less its part of the discounts that were given on it, and less what
 * issued credit notes have taken back.
 */
export interface InvoicedLine extends Money {
  readonly lineId: string;
  readonly invoiceId: string;
  readonly kind: 'time' | 'day' | 'task' | 'fee' | 'hours';
  /** Of the hours of a cycle, what is beyond them is all that the line brings. */
  readonly ofCycle: 0 | 1;
}

interface SourceLine extends InvoicedLine {
  readonly source: 'day' | 'task' | 'fee' | 'hours';
  readonly ref: string;
}

interface OnLine {
  readonly startedAt: number;
  readonly zone: string;
  readonly seconds: number;
}

/** What work earns by on a line. */
export const earningOf = {
  time: 'hours',
  day: 'days',
  task: 'tasks',
  fee: 'fees',
  hours: 'hours',
} as const satisfies Record<InvoicedLine['kind'], Earning>;

const left = `l.net_minor - coalesce((
    SELECT sum(k.net_minor) FROM invoice_lines k JOIN invoices n ON n.id = k.invoice_id
    WHERE k.corrects_line_id = l.id AND n.state = 'issued'), 0)`;

const columns = `l.id AS lineId, l.invoice_id AS invoiceId, l.kind, i.currency, ${left} AS amount,
  EXISTS (SELECT 1 FROM invoice_line_sources c WHERE c.line_id = l.id AND c.kind = 'hours') AS ofCycle`;

/** The SQL of what was invoiced for work, as far as no credit note has given the work back. */
export function createInvoicedWork(sql: Sql, dateOf: (at: number, zone: string) => string) {
  const line = sql.prepare<[string], InvoicedLine>(
    `SELECT ${columns} FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
     WHERE l.id = ? AND i.state = 'issued'`,
  );
  const sources = sql.prepare<[string], SourceLine>(
    `SELECT ${columns}, s.kind AS source, s.ref FROM invoice_line_sources s
     JOIN invoice_lines l ON l.id = s.line_id JOIN invoices i ON i.id = l.invoice_id
     WHERE s.client_id = ? AND s.released_by IS NULL AND s.kind IN ('day', 'task', 'fee', 'hours')
       AND i.state = 'issued'`,
  );
  const count = sql
    .prepare<[string], number>('SELECT count(*) FROM invoice_line_entries WHERE line_id = ?')
    .pluck();
  const onLine = sql.prepare<[string], OnLine>(
    `SELECT e.started_at AS startedAt, e.zone, ${rawSeconds} AS seconds
     FROM invoice_line_entries le JOIN time_entries e ON e.id = le.entry_id WHERE le.line_id = ?`,
  );

  const discounted = sql.prepare<[{ id: string }], DiscountedLine>(
    `SELECT l.id, l.kind, l.tax_category AS category, l.tax_rate AS rate, l.net_minor AS net, ${left} AS left
     FROM invoice_lines l WHERE l.invoice_id = @id AND EXISTS (
       SELECT 1 FROM invoice_lines d WHERE d.invoice_id = @id AND d.kind = 'discount') ORDER BY l.position, l.id`,
  );

  function less<Line extends InvoicedLine>(row: Line, seen: SeenLines): Line {
    const lines = seen.get(row.invoiceId) ?? discounted.all({ id: row.invoiceId });
    seen.set(row.invoiceId, lines);
    const off = discountOf(row.lineId, lines, row.currency);
    return off === 0 ? row : { ...row, amount: row.amount + off };
  }

  return {
    /** An issued line; undefined for one of a draft. `seen` keeps what one look has read of invoices with discounts. */
    line(lineId: string, seen: SeenLines): InvoicedLine | undefined {
      const found = line.get(lineId);
      return found && less(found, seen);
    },
    /** Issued lines by what they bill, `<kind>:<ref>`. */
    sources: (clientId: string, seen: SeenLines): ReadonlyMap<string, InvoicedLine> =>
      new Map(sources.all(clientId).map(({ source, ref, ...row }) => [`${source}:${ref}`, less(row, seen)])),
    /**
     * The part of a line's amount that its work of some days (ISO dates, both included) has earned, by the time that
     * was tracked; the parts of days that follow each other come to the whole. `pieces` is how many of its entries
     * are known to be of these days.
     */
    share({ lineId, amount, currency }: InvoicedLine, pieces: number, from: string, to: string): number {
      if (pieces === count.get(lineId)) return amount;
      let [before, within, all] = [0, 0, 0];
      for (const { startedAt, zone, seconds } of onLine.all(lineId)) {
        const date = dateOf(startedAt, zone);
        all += seconds;
        if (date < from) before += seconds;
        else if (date <= to) within += seconds;
      }
      if (all === 0) return 0;
      const until = (seconds: number) => fractionOf(amount, seconds, all, currency);
      return until(before + within) - until(before);
    },
  };
}

/** All lines of invoices with discounts, by invoice; none for those without. */
export type SeenLines = Map<string, readonly DiscountedLine[]>;

interface DiscountedLine extends Tax {
  readonly id: string;
  readonly kind: LineKind;
  /** As invoiced, and after what was credited of it. */
  readonly net: number;
  readonly left: number;
}

/**
 * What discounts take off one line, zero or less: each is shared out over the lines of its tax, as they are after what
 * was credited of them; the parts come to the whole.
 */
function discountOf(lineId: string, lines: readonly DiscountedLine[], currency: string): number {
  const own = lines.find(({ id }) => id === lineId);
  if (!own) return 0;
  const same = lines.filter(({ category, rate }) => category === own.category && rate === own.rate);
  const off = same.reduce((sum, { kind, left }) => (kind === 'discount' ? sum + left : sum), 0);
  const base = same.filter(({ kind }) => kind !== 'discount');
  const total = (key: 'net' | 'left') => base.reduce((sum, line) => sum + line[key], 0);
  const key = total('left') === 0 ? 'net' : 'left';
  const all = total(key);
  if (off === 0 || all === 0) return 0;
  const before = base.slice(0, base.indexOf(own)).reduce((sum, line) => sum + line[key], 0);
  const until = (weight: number) => fractionOf(off, weight, all, currency);
  return until(before + own[key]) - until(before);
}
