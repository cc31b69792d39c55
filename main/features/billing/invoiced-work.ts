import type { Earning } from '#shared/domain/earned.ts';
import { fractionOf, type Money } from '#shared/domain/money.ts';
import type { Sql } from '../../store/open.ts';
import { rawSeconds } from './rounding.ts';

/** What an issued line has brought: minor units, less what issued credit notes have taken back of it. */
export interface InvoicedLine extends Money {
  readonly lineId: string;
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

const columns = `l.id AS lineId, l.kind, i.currency, l.net_minor - coalesce((
    SELECT sum(k.net_minor) FROM invoice_lines k JOIN invoices n ON n.id = k.invoice_id
    WHERE k.corrects_line_id = l.id AND n.state = 'issued'), 0) AS amount,
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

  return {
    /** An issued line; undefined for one of a draft. */
    line: (lineId: string) => line.get(lineId),
    /** Issued lines by what they bill, `<kind>:<ref>`. */
    sources: (clientId: string): ReadonlyMap<string, InvoicedLine> =>
      new Map(sources.all(clientId).map(({ source, ref, ...row }) => [`${source}:${ref}`, row])),
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
