import { agreementOn, type HourlyAgreement } from '#shared/domain/agreement.ts';
import { startOfDay } from '#shared/domain/dates.ts';
import { timeNet } from '#shared/domain/invoice.ts';
import { type WorkItem, worthOf } from '#shared/domain/invoice-grouping.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { Sql } from '../../store/open.ts';

/** A client's work on no issued invoice: on a draft, or on none yet. */
export interface UnbilledWork {
  readonly seconds: number;
  /** By the lines of its drafts; what is on none, by the lines that a draft by task would have. */
  readonly amounts: readonly Money[];
  readonly unpricedSeconds: number;
  /** First and last day, each in the zone that it was entered in; null without work. */
  readonly from: string | null;
  readonly to: string | null;
}

interface Reach {
  readonly clientId: string;
  readonly zone: string;
  readonly first: number;
  readonly last: number;
  readonly seconds: number;
}

interface DraftLine {
  readonly clientId: string;
  readonly rate: number;
  readonly currency: string;
  readonly seconds: number;
}

type Summed = Pick<WorkItem, 'taskId' | 'note' | 'startedAt' | 'seconds'>;

const unbilled = 'e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL';
const seconds = 'sum((e.ended_at - e.started_at) / 1000) AS seconds';

/**
 * Reads unbilled work added up by what would share a line, never entry by entry. Answers by client; `agreements` are
 * what was agreed with one.
 */
export function createUnbilled(sql: Sql, agreements: (clientId: string) => readonly HourlyAgreement[]) {
  const reaches = sql.prepare<[string | null, string | null], Reach>(
    `SELECT e.client_id AS clientId, e.zone, min(e.started_at) AS first, max(e.started_at) AS last, ${seconds}
     FROM time_entries e WHERE (? IS NULL OR e.client_id = ?) AND ${unbilled} GROUP BY e.client_id, e.zone`,
  );
  const free = sql.prepare<[string, string, number, number], Summed>(
    `SELECT e.task_id AS taskId, e.note, min(e.started_at) AS startedAt, ${seconds} FROM time_entries e
     WHERE e.client_id = ? AND e.zone = ? AND e.started_at >= ? AND e.started_at < ? AND ${unbilled}
       AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = e.id)
     GROUP BY e.task_id, e.note`,
  );
  const drafted = sql.prepare<[string | null, string | null], DraftLine>(
    `SELECT e.client_id AS clientId, l.unit_minor AS rate, i.currency, ${seconds} FROM invoices i
     JOIN invoice_lines l ON l.invoice_id = i.id JOIN invoice_line_entries le ON le.line_id = l.id
     JOIN time_entries e ON e.id = le.entry_id
     WHERE i.state = 'draft' AND (? IS NULL OR i.client_id = ?) AND ${unbilled} GROUP BY l.id`,
  );

  /** Work on no draft, split at the days on which other terms begin. */
  function freeWork({ clientId, zone, first, last }: Reach, terms: readonly HourlyAgreement[]) {
    const starts = terms.map((agreement) => startOfDay(agreement.validFrom, zone));
    const bounds = [first, ...starts.filter((start) => start > first && start <= last), last + 1];
    return bounds.slice(0, -1).flatMap((from, index) => {
      const date = dateOf(from, zone);
      const agreement = agreementOn(terms, date);
      const rows = free.all(clientId, zone, from, bounds[index + 1] ?? 0);
      return rows.map((row) => ({ agreement, item: { ...row, entryId: '', taskTitle: null, date } }));
    });
  }

  function of(clientId: string, reach: readonly Reach[], lines: readonly DraftLine[]): UnbilledWork {
    const terms = agreements(clientId);
    const work = reach.flatMap((part) => freeWork(part, terms));
    const priced = work.flatMap(({ agreement, item }) =>
      agreement ? [{ ...item, rate: agreement.rate, currency: agreement.currency }] : [],
    );
    const dates = reach.flatMap(({ first, last, zone }) => [dateOf(first, zone), dateOf(last, zone)]).sort();
    return {
      seconds: total(reach),
      amounts: totalsByCurrency([
        ...worthOf(priced, 'task'),
        ...lines.map(({ seconds, rate, currency }) => ({
          amount: timeNet(seconds, rate, currency),
          currency,
        })),
      ]),
      unpricedSeconds: total(work.flatMap(({ agreement, item }) => (agreement ? [] : [item]))),
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
    };
  }

  /** @param clientId null for all clients. */
  return (clientId: string | null): ((clientId: string) => UnbilledWork) => {
    const reach = reaches.all(clientId, clientId);
    const lines = drafted.all(clientId, clientId);
    return (id) =>
      of(
        id,
        reach.filter((row) => row.clientId === id),
        lines.filter((row) => row.clientId === id),
      );
  };
}

function total(parts: readonly { readonly seconds: number }[]): number {
  return parts.reduce((sum, part) => sum + part.seconds, 0);
}
