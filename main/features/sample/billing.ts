import { exponentOf, isCurrency } from '#shared/domain/currencies.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { sampleTerms } from './agreed.ts';
import type { MadeClient } from './clients.ts';
import { day, type SampleContext, sampleId } from './context.ts';

/** What was agreed with each client, and where its invoices go. Nothing is issued: that is for people to do. */
export function writeBilling(context: SampleContext, clients: readonly MadeClient[]): void {
  const { sql, random, options } = context;
  const firstWork = sql.prepare('SELECT min(started_at) FROM time_entries WHERE client_id = ?').pluck();
  const agreement = sql.prepare(
    'INSERT INTO agreements (id, client_id, kind, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
  );
  const terms = sql.prepare(
    `INSERT INTO agreement_terms (id, agreement_id, client_id, valid_from, currency, rate_minor, terms, created_at,
       updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const party = sql.prepare(
    `INSERT INTO billing_parties (id, client_id, legal_name, contact, address, email, payment_days, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, { id, sample }] of clients.entries()) {
    const began = Number(firstWork.get(id) ?? options.now) - 2 * day;
    const currency = isCurrency(sample.currency) ? sample.currency : 'EUR';
    const unit = 10 ** exponentOf(currency);
    const agreed = sampleTerms(sample.name, random, unit);
    // Retainers count by the month.
    const from = dateOf(began, options.zone);
    const validFrom = agreed.kind === 'retainer' ? `${from.slice(0, 8)}01` : from;
    const agreementId = sampleId(random, began);
    agreement.run(agreementId, id, agreed.kind, options.now, options.now);
    terms.run(
      sampleId(random, began),
      agreementId,
      id,
      validFrom,
      currency,
      agreed.rate * unit,
      JSON.stringify(agreed.terms),
      options.now,
      options.now,
    );
    const [contact] = sample.contacts;
    party.run(
      sampleId(random, began),
      id,
      sample.name,
      contact?.name ?? '',
      `Sample street ${index + 1}\n1000${index % 10} Sample town`,
      contact?.email ?? '',
      random.pick([14, 30]),
      options.now,
    );
  }
}
