import { type Agreement, type AgreementOf, versionOn } from '#shared/domain/agreement-match.ts';
import type { AgreementKind } from '#shared/domain/agreement-terms.ts';
import type { RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { standingOf } from '#shared/domain/invoice-standing.ts';
import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import type { AgreedNow, InvoiceRow, MoneyOverview, UnbilledRow } from '#shared/ipc/billing.ts';
import type { Store } from '../../store/store.ts';
import type { Agreements } from './agreements.ts';
import type { Content } from './content.ts';
import { createExpenseRows } from './expense-rows.ts';
import { createOpenAmounts } from './open-amounts.ts';
import type { Sources } from './sources.ts';
import { type StandingRow, standingColumns } from './standing.ts';
import type { Tools } from './tools.ts';
import { createUnbilled, type DraftWorth } from './unbilled.ts';

export interface Overview {
  all(): MoneyOverview;
  unbilled(clientId: string): UnbilledRow | null;
  /** Drafts first, then issued ones, newest first. */
  invoices(clientId: string | null): InvoiceRow[];
  /** The same invoices, read some at a time as they are asked for. */
  slices(clientId: string | null): Iterable<readonly InvoiceSums[]>;
}

/** `net` and `tax` of a draft are as they would be now; all are below zero for a credit note. */
export interface InvoiceSums extends InvoiceRow {
  readonly net: number;
  readonly tax: number;
  /** Payments less what was paid back. */
  readonly paid: number;
  /** As the document says it, or would now. */
  readonly buyerName: string;
}

/** So many invoices take a few milliseconds. */
const slice = 50;

interface ClientRow {
  readonly clientId: string;
  readonly clientName: string;
  readonly color: number;
}

type Sums = Pick<InvoiceSums, 'net' | 'tax' | 'gross'>;
type StoredInvoice = Omit<InvoiceSums, 'standing' | 'paid' | keyof Sums> &
  Omit<StandingRow, 'gross'> & { readonly [Sum in keyof Sums]: number | null };

/** Issued invoices keep their sums. */
function isSummed(stored: { readonly gross: number | null }): stored is Sums {
  return stored.gross !== null;
}

/** Lines that hold what was unbilled. */
const unbilledKinds: readonly string[] = ['time', 'day', 'task', 'fee', 'hours', 'expense'];

/** What is unbilled, drafted and issued. Amounts are in minor units and never added across currencies. */
export function createOverview(
  store: Store,
  agreements: Agreements,
  sources: Sources,
  rounding: (clientId: string) => RoundingTerms,
  content: Content,
  tools: Tools,
): Overview {
  const { sql } = store;
  const clients = sql.prepare<[string | null, string | null], ClientRow>(
    `SELECT c.id AS clientId, c.name AS clientName, c.color
     FROM clients c WHERE ? IS NULL OR c.id = ? ORDER BY c.name COLLATE NOCASE`,
  );
  const unbilledWork = createUnbilled(sources, rounding);
  const draftIds = sql
    .prepare<[string | null, string | null], string>(
      `SELECT id FROM invoices WHERE state = 'draft' AND kind = 'invoice' AND (? IS NULL OR client_id = ?)
       ORDER BY created_at, id`,
    )
    .pluck();
  const columns = `i.id, i.client_id AS clientId, c.name AS clientName, c.color, i.kind, i.state, i.number,
    i.issue_date AS issueDate, i.due_date AS dueDate, i.net_minor AS net, i.tax_minor AS tax, i.gross_minor AS gross,
    i.currency, coalesce(json_extract(i.snapshot, '$.buyer.name'),
      (SELECT nullif(p.legal_name, '') FROM billing_parties p WHERE p.client_id = i.client_id), c.name) AS buyerName,
    ${standingColumns} FROM invoices i JOIN clients c ON c.id = i.client_id`;
  const ordered = 'ORDER BY i.state, i.issue_date DESC, i.issued_at DESC, i.created_at DESC, i.id DESC';
  const rows = sql.prepare<[string | null, string | null], StoredInvoice>(
    `SELECT ${columns} WHERE ? IS NULL OR i.client_id = ? ${ordered}`,
  );
  const row = sql.prepare<[string], StoredInvoice>(`SELECT ${columns} WHERE i.id = ?`);
  const ids = sql
    .prepare<[string | null, string | null], string>(
      `SELECT i.id FROM invoices i WHERE ? IS NULL OR i.client_id = ? ${ordered}`,
    )
    .pluck();
  const openAmounts = createOpenAmounts(sql);
  const expenseRows = createExpenseRows(sql);
  const expensesOf = sql.prepare<[string], Money>(
    `SELECT x.currency, sum(x.amount_minor) AS amount FROM expenses x WHERE x.client_id = ? AND x.billable = 1
       AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.expense_id = x.id)
       AND NOT EXISTS (SELECT 1 FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
         JOIN invoices i ON i.id = l.invoice_id
         WHERE s.kind = 'expense' AND s.ref = x.id AND s.released_by IS NULL AND i.state = 'issued')
     GROUP BY x.currency ORDER BY x.currency`,
  );

  const freeExpenses = (clientId: string) => expenseRows.freeElsewhere(clientId, '', '9999-12-31');

  const draftsOf = (clientId: string | null) => draftIds.all(clientId, clientId).map(draftWorth);

  function unbilledRows(clientId: string | null, drafts: readonly DraftWorth[]): UnbilledRow[] {
    return clients.all(clientId, clientId).map((client) => {
      const expenses = expensesOf.all(client.clientId);
      const own = drafts.filter(({ record }) => record.clientId === client.clientId);
      const agreed = agreements.of(client.clientId);
      const { free, ...work } = unbilledWork(client.clientId, agreed, own);
      const holding = own.find(({ lines }) => lines.some(({ kind }) => unbilledKinds.includes(kind)));
      const beside = totalsByCurrency([...free, ...freeExpenses(client.clientId)]);
      const only = beside.length === 0 ? own[0] : undefined;
      return {
        ...{ ...client, agreements: agreedNow(agreed), expenses, ...work },
        draftId: (holding ?? only)?.record.id ?? null,
        beside: holding ? beside : [],
      };
    });
  }

  function agreedNow(agreed: readonly Agreement[]): AgreedNow[] {
    const today = tools.today();
    return agreed.flatMap((agreement) => {
      const now = versionOn(agreement as AgreementOf<AgreementKind>, today);
      return now ? [{ kind: agreement.kind, rate: now.rate, currency: now.currency }] : [];
    });
  }

  const overview: Overview = {
    unbilled: (clientId) => unbilledRows(clientId, draftsOf(clientId))[0] ?? null,
    invoices: (clientId) => {
      const today = tools.today();
      return rows.all(clientId, clientId).map((stored) => {
        const { net: _net, tax: _tax, paid: _paid, buyerName: _name, ...invoice } = summed(stored, today);
        return invoice;
      });
    },
    *slices(clientId) {
      const today = tools.today();
      const all = ids.all(clientId, clientId);
      for (let at = 0; at < all.length; at += slice) {
        const found = all.slice(at, at + slice).map((id) => row.get(id));
        yield found.flatMap((stored) => (stored ? [summed(stored, today)] : []));
      }
    },
    all() {
      const today = tools.today();
      const drafts = draftsOf(null);
      const unbilled = unbilledRows(null, drafts).filter(
        (row) =>
          row.rawSeconds > 0 ||
          row.lateSeconds > 0 ||
          row.amounts.length > 0 ||
          row.expenses.length > 0 ||
          row.draftId !== null,
      );
      const amounts = openAmounts(today);
      const open = amounts.filter(({ amount }) => amount > 0);
      const owed = amounts.filter(({ amount }) => amount < 0);
      const overdue = open.filter(({ late }) => late);
      return {
        today,
        unbilled,
        expenseTotals: totalsByCurrency(unbilled.flatMap((row) => row.expenses)),
        unbilledTotals: totalsByCurrency(unbilled.flatMap((row) => row.amounts)),
        inDraft: totalsByCurrency(
          drafts.map(({ record, totals }) => ({ amount: totals.gross, currency: record.currency })),
        ),
        open: totalsByCurrency(open),
        overdue: totalsByCurrency(overdue),
        overdueCount: overdue.length,
        owed: totalsByCurrency(owed.map(({ amount, currency }) => ({ amount: -amount, currency }))),
      };
    },
  };

  function summed({ credited, paid, writtenOff, ...stored }: StoredInvoice, today: string): InvoiceSums {
    const { net, tax, gross } = isSummed(stored) ? stored : draftWorth(stored.id).totals;
    const standing = standingOf({ ...stored, gross, credited, paid, writtenOff }, today);
    const sign = stored.kind === 'credit_note' ? -1 : 1;
    return { ...stored, standing, paid, net: sign * net, tax: sign * tax, gross: sign * gross };
  }

  function draftWorth(invoiceId: string): DraftWorth {
    const record = content.record(invoiceId);
    return { record, ...content.worth(record) };
  }

  return overview;
}
