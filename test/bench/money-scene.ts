import type { Sql } from '#main/store/open.ts';
import { newAgreement } from '../support/agreements.ts';
import type { TestServices } from '../support/services.ts';

interface ClientRow {
  readonly id: string;
  readonly currency: string;
  readonly kind: string;
  readonly agreementId: string;
  /** Of the newest work, UTC ms. */
  readonly last: number;
}

const clientsOf = (sql: Sql) =>
  sql
    .prepare<[], ClientRow>(
      `SELECT c.id, t.currency, a.kind, a.id AS agreementId,
         (SELECT max(started_at) FROM time_entries e WHERE e.client_id = c.id) AS last
       FROM clients c JOIN agreements a ON a.client_id = c.id JOIN agreement_terms t ON t.agreement_id = a.id
       GROUP BY c.id ORDER BY c.id`,
    )
    .all();

/**
 * Agrees with the sample's clients what a VA's clients have: two have a retainer, one a day rate, one prices per task.
 * Of those who pay by the hour some are rounded by entry or by day, some have priced tasks, one a retainer for writing,
 * one a day rate for travel beside it, and one a rate that was put right after years.
 */
export async function agreeOnEverything({ store: { sql }, call }: TestServices): Promise<void> {
  const clients = clientsOf(sql);
  const round = sql.prepare(
    `INSERT INTO time_terms (id, rounding, rounding_minutes, rounding_per, updated_at) VALUES (?, ?, ?, ?, 1)`,
  );
  for (const [index, client] of clients.filter(({ kind }) => kind !== 'hourly').entries())
    if (index === 0) round.run(client.id, 'up', 6, 'entry');
  const unpriced = sql.prepare(
    `UPDATE time_entries SET billable = 0 WHERE task_id IS NULL AND client_id = ?`,
  );
  const finish = sql.prepare(
    `UPDATE tasks SET completed_at = :at WHERE completed_at IS NULL AND id IN
       (SELECT id FROM tasks WHERE client_id = :clientId ORDER BY id LIMIT 490)`,
  );
  // Beside prices per task nothing else is agreed with that client, so all its work is for tasks, and most are done.
  for (const { id } of clients.filter(({ kind }) => kind === 'per_task')) {
    unpriced.run(id);
    finish.run({ clientId: id, at: Date.parse('2026-11-02T10:00:00Z') });
  }
  const hourly = clients.filter(({ kind }) => kind === 'hourly');
  for (const [index, { id, currency, agreementId }] of hourly.entries()) {
    const common = { currency, validFrom: '2000-01-01' };
    if (index < 3) round.run(id, 'up', 15, 'entry');
    else if (index < 5) round.run(id, 'nearest', 15, 'day');
    else if (index === 5)
      await call('billing.saveAgreement', {
        ...newAgreement.retainer(id),
        ...common,
        workKinds: ['writing'],
      });
    else if (index === 6)
      await call('billing.saveAgreement', { ...newAgreement.dayRate(id), ...common, workKinds: ['travel'] });
    else if (index === 7)
      await call('billing.saveAgreement', { ...newAgreement.hourly(id, 5100), ...common, agreementId });
    else if (index < 12) {
      const tasks = sql
        .prepare('SELECT id FROM tasks WHERE client_id = ? ORDER BY id LIMIT 5')
        .pluck()
        .all(id);
      for (const taskId of tasks)
        await call('billing.setTaskPrice', { taskId: String(taskId), price: 24_000 });
    }
  }
}

/** Puts some unbilled work of every second client on a draft, writes some off, and adds expenses. */
export async function draftAndSpend({ store: { sql }, call }: TestServices): Promise<void> {
  const oldest = sql
    .prepare<[string], string>(
      `SELECT date(min(started_at) / 1000, 'unixepoch') FROM time_entries
       WHERE client_id = ? AND billed = 0 AND billable = 1`,
    )
    .pluck();
  const newest = sql
    .prepare<[string], string>(
      `SELECT id FROM time_entries e WHERE client_id = ? AND billed = 0 AND billable = 1
         AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = e.id)
       ORDER BY started_at DESC LIMIT 10`,
    )
    .pluck();
  for (const [index, { id: clientId, currency }] of clientsOf(sql).entries()) {
    for (let day = 10; day < 30; day++)
      await call('billing.saveExpense', {
        ...{ id: null, clientId, spentOn: `2026-10-${day}`, text: 'Courier', amount: 1000 + day, currency },
        ...{ billable: true, receiptId: null },
      });
    if (index % 2 === 0) {
      const from = oldest.get(clientId) ?? '';
      const to = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`;
      await call('billing.createDraft', { clientId, from, to, grouping: 'task' });
    }
    const entryIds = newest.all(clientId);
    await call('billing.writeOffWork', { clientId, entryIds, taskIds: [], fees: [], reason: '' });
  }
}
