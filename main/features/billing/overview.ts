import { Temporal } from 'temporal-polyfill';
import { agreementOn, type HourlyAgreement } from '#shared/domain/agreement.ts';
import { daysBetween, startOfDay } from '#shared/domain/dates.ts';
import { timeNet, totalsOf } from '#shared/domain/invoice.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { InvoiceRow, MoneyOverview, UnbilledRow } from '#shared/ipc/billing.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import type { Content } from './content.ts';
import type { Tools } from './tools.ts';

export interface Overview {
  all(): MoneyOverview;
  unbilled(clientId: string): UnbilledRow | null;
  /** Drafts first, then issued ones, newest first. */
  invoices(clientId: string | null): InvoiceRow[];
}

interface ClientRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
  readonly draftId: string | null;
}

interface WorkSum {
  readonly clientId: string;
  readonly zone: string;
  readonly first: number;
  readonly last: number;
  readonly seconds: number;
}

export function createOverview(
  store: Store,
  agreements: Agreements,
  content: Content,
  tools: Tools,
): Overview {
  const { sql } = store;
  const clients = sql.prepare<[string | null, string | null], ClientRow>(
    `SELECT c.id AS clientId, c.name AS clientName, c.color,
       (SELECT i.id FROM invoices i WHERE i.client_id = c.id AND i.state = 'draft' ORDER BY i.created_at LIMIT 1)
         AS draftId
     FROM clients c WHERE ? IS NULL OR c.id = ? ORDER BY c.name COLLATE NOCASE`,
  );
  const sums = sql.prepare<[string | null, string | null], WorkSum>(
    `SELECT e.client_id AS clientId, e.zone, min(e.started_at) AS first, max(e.started_at) AS last,
       sum((e.ended_at - e.started_at) / 1000) AS seconds
     FROM time_entries e
     WHERE (? IS NULL OR e.client_id = ?) AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL
     GROUP BY e.client_id, e.zone`,
  );
  const sumBetween = sql
    .prepare<[string, string, number, number], number>(
      `SELECT coalesce(sum((e.ended_at - e.started_at) / 1000), 0) FROM time_entries e
       WHERE e.client_id = ? AND e.zone = ? AND e.started_at >= ? AND e.started_at < ?
         AND e.billed = 0 AND e.billable = 1 AND e.ended_at IS NOT NULL`,
    )
    .pluck();
  const rows = sql.prepare<
    [string | null, string | null],
    Omit<InvoiceRow, 'gross' | 'dueIn'> & { gross: number | null }
  >(
    `SELECT i.id, i.client_id AS clientId, c.name AS clientName, c.color, i.state, i.number,
       i.issue_date AS issueDate, i.due_date AS dueDate, i.gross_minor AS gross, i.currency
     FROM invoices i JOIN clients c ON c.id = i.client_id WHERE ? IS NULL OR i.client_id = ?
     ORDER BY i.state, i.issue_date DESC, i.issued_at DESC, i.created_at DESC`,
  );
  const byMonth = sql.prepare<[string], { month: string; currency: string; amount: number }>(
    `SELECT substr(issue_date, 1, 7) AS month, currency, sum(gross_minor) AS amount FROM invoices
     WHERE state = 'issued' AND issue_date >= ? GROUP BY 1, 2 ORDER BY 1, 2`,
  );

  function unbilledRows(clientId: string | null): UnbilledRow[] {
    const work = new Map<string, WorkSum[]>();
    for (const sum of sums.all(clientId, clientId)) {
      const known = work.get(sum.clientId);
      if (known) known.push(sum);
      else work.set(sum.clientId, [sum]);
    }
    return clients
      .all(clientId, clientId)
      .map((client) => unbilledOf(client, work.get(client.clientId) ?? []));
  }

  function unbilledOf(client: ClientRow, work: readonly WorkSum[]): UnbilledRow {
    const terms = agreements.of(client.clientId);
    const now = agreementOn(terms, tools.today());
    const priced = work.flatMap((sum) => byAgreement(sum, terms));
    const dates = work.flatMap((sum) => [dateOf(sum.first, sum.zone), dateOf(sum.last, sum.zone)]).sort();
    return {
      ...client,
      agreement: now && { rate: now.rate, currency: now.currency },
      seconds: total(work.map((sum) => sum.seconds)),
      amounts: amountsOf(priced),
      unpricedSeconds: total(priced.filter((part) => !part.agreement).map((part) => part.seconds)),
      from: dates[0] ?? null,
      to: dates.at(-1) ?? null,
    };
  }

  /** Splits a client's work at the days on which other terms begin; one query for each stretch, none in the usual case. */
  function byAgreement(sum: WorkSum, terms: readonly HourlyAgreement[]) {
    const starts = terms.map((agreement) => startOfDay(agreement.validFrom, sum.zone));
    const inside = starts.filter((start) => start > sum.first && start <= sum.last);
    const bounds = [sum.first, ...inside, sum.last + 1];
    return bounds.slice(0, -1).map((from, index) => ({
      agreement: agreementOn(terms, dateOf(from, sum.zone)),
      seconds:
        inside.length === 0
          ? sum.seconds
          : (sumBetween.get(sum.clientId, sum.zone, from, bounds[index + 1] ?? 0) ?? 0),
    }));
  }

  const overview: Overview = {
    unbilled: (clientId) => unbilledRows(clientId)[0] ?? null,
    invoices: (clientId) =>
      rows.all(clientId, clientId).map((row) => ({
        ...row,
        gross: row.gross ?? draftGross(row.id),
        dueIn: daysBetween(tools.today(), row.dueDate),
      })),
    all() {
      const today = tools.today();
      const unbilled = unbilledRows(null).filter((row) => row.seconds > 0 || row.draftId !== null);
      const firstMonth = Temporal.PlainDate.from(today).with({ day: 1 }).subtract({ months: 5 });
      const yearStart = `${today.slice(0, 4)}-01`;
      const since = [firstMonth.toString(), `${yearStart}-01`].sort()[0] ?? today;
      const months = byMonth.all(since);
      const drafts = overview.invoices(null).filter((invoice) => invoice.state === 'draft');
      return {
        today,
        unbilled,
        unbilledTotals: totalsByCurrency(unbilled.flatMap((row) => row.amounts)),
        inDraft: totalsByCurrency(drafts.map(({ gross, currency }) => ({ amount: gross, currency }))),
        invoicedThisMonth: totalsByCurrency(months.filter((row) => row.month === today.slice(0, 7))),
        invoicedThisYear: totalsByCurrency(
          months.filter((row) => row.month >= yearStart && row.month <= today.slice(0, 7)),
        ),
        byMonth: Array.from({ length: 6 }, (_, index) => {
          const month = firstMonth.add({ months: index }).toString().slice(0, 7);
          return { month, amounts: totalsByCurrency(months.filter((row) => row.month === month)) };
        }),
      };
    },
  };

  function draftGross(invoiceId: string): number {
    const record = content.record(invoiceId);
    return totalsOf(content.snapshot(record, null).lines, record.currency).gross;
  }

  return overview;
}

function amountsOf(parts: readonly { agreement: HourlyAgreement | null; seconds: number }[]): Money[] {
  const byTerms = new Map<string, { agreement: HourlyAgreement; seconds: number }>();
  for (const { agreement, seconds } of parts) {
    if (!agreement) continue;
    const known = byTerms.get(agreement.id);
    byTerms.set(agreement.id, { agreement, seconds: seconds + (known?.seconds ?? 0) });
  }
  const amounts = [...byTerms.values()].map(({ agreement, seconds }) => ({
    amount: timeNet(seconds, agreement.rate, agreement.currency),
    currency: agreement.currency,
  }));
  return totalsByCurrency(amounts);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
