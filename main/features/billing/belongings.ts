import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Sql } from '../../store/open.ts';
import { removeIssued } from './invented.ts';

/** Rates, billing details and drafts that go with a client; issued invoices keep it from going. */
export function billingBelongings(sql: Sql): ClientBelongings {
  const count = (from: string) => sql.prepare<[string], number>(`SELECT count(*) FROM ${from}`).pluck();
  const drafts = count(`invoices WHERE state = 'draft' AND client_id = ?`);
  const rates = count('agreement_terms WHERE client_id = ?');
  const expenses = count('expenses WHERE client_id = ?');
  const issued = sql.prepare(`SELECT 1 FROM invoices WHERE state = 'issued' AND client_id = ? LIMIT 1`);
  const remove = ['invoices', 'expenses', 'write_offs', 'agreements', 'billing_parties'].map((table) =>
    sql.prepare(`DELETE FROM ${table} WHERE client_id = ?`),
  );
  return {
    list: (clientId) => [
      { kind: 'draftInvoices', count: drafts.get(clientId) ?? 0 },
      { kind: 'expenses', count: expenses.get(clientId) ?? 0 },
      { kind: 'rates', count: rates.get(clientId) ?? 0 },
    ],
    refusal: (clientId) => (issued.get(clientId) ? { reason: 'client.billed' } : null),
    removeKept: (clientId) => removeIssued(sql, clientId),
    remove(clientId) {
      for (const statement of remove) statement.run(clientId);
    },
  };
}
