import { composeReminder, mailtoUrl, nextReminderOn } from '#shared/domain/payment-reminder.ts';
import type { DraftedReminder } from '#shared/ipc/billing-payments.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Store } from '../../store/store.ts';
import type { Content } from './content.ts';
import type { Parties } from './parties.ts';
import { createStandings } from './standing.ts';
import type { Tools } from './tools.ts';

/**
 * Drafts payment reminders in the client's language and opens them in the person's own mail program; nothing is sent
 * from here. Throws `conflict` when nothing is overdue or the term of the last one still runs, and what the mail program answers when it cannot be opened.
 */
export function createPaymentReminders(
  store: Store,
  content: Content,
  parties: Pick<Parties, 'party'>,
  { clock, ids, today, opener }: Tools,
) {
  const { sql } = store;
  const standingOf = createStandings(sql);
  const language = sql.prepare<[string], string>('SELECT language FROM clients WHERE id = ?').pluck();
  const made = sql
    .prepare<[string], number>('SELECT count(*) FROM invoice_reminders WHERE invoice_id = ?')
    .pluck();
  const last = sql
    .prepare<[string], string>('SELECT max(made_on) FROM invoice_reminders WHERE invoice_id = ?')
    .pluck();
  const mark = sql.prepare(
    `INSERT INTO invoice_reminders (id, client_id, invoice_id, level, made_on, created_at) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return async (invoiceId: string): Promise<DraftedReminder> => {
    const row = standingOf(invoiceId, today());
    if (!row) throw new AppError('not_found');
    if (row.standing.status !== 'overdue') throw new AppError('conflict', { reason: 'payment.notOverdue' });
    const before = last.get(invoiceId);
    if (before && today() < nextReminderOn(before))
      throw new AppError('conflict', { reason: 'payment.reminded' });
    const record = content.record(invoiceId);
    const { buyer, seller, number, issueDate, dueDate, currency } = content.snapshot(record, record.number);
    const level = (made.get(invoiceId) ?? 0) + 1;
    const mail = composeReminder({
      ...{ level, issueDate, dueDate, currency },
      language: language.get(row.clientId) ?? record.language,
      number: number ?? '',
      open: row.standing.open,
      paid: row.paid,
      contact: buyer.contact,
      paymentDetails: seller.paymentDetails,
      sender: seller.name,
    });
    // Where the client can be reached now, rather than when the invoice was issued.
    const address = parties.party(row.clientId).email || buyer.email;
    await opener.open(mailtoUrl(address, mail));
    // Taken back, it was never made: who takes back the newest change must not hit the payment before it.
    store.act({ key: 'undo.reminderDrafted', values: {} }, (announce) => {
      mark.run(ids.next(), row.clientId, invoiceId, Math.min(level, 99), today(), clock.now());
      announce('billing', row.clientId);
    });
    return { level, addressed: address !== '' };
  };
}
