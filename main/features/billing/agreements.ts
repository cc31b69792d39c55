import type { HourlyAgreement } from '#shared/domain/agreement.ts';
import { agreementOn } from '#shared/domain/agreement.ts';
import type { AgreementView, billingContract } from '#shared/ipc/billing.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import type { Tools } from './tools.ts';

type Input = InputOf<(typeof billingContract)['billing.saveAgreement']>;

export interface Agreements {
  /** All of a client's hourly terms, oldest first. */
  of(clientId: string): HourlyAgreement[];
  list(clientId: string): AgreementView[];
  /** Throws `invalid_input` at `validFrom` when terms for that day exist, `not_found` for an unknown client or agreement. */
  save(input: Input): void;
  remove(id: string): void;
}

/** Hourly terms over the database. Rates are in minor units of their currency, days ISO dates. */
export function createAgreements(store: Store, { clock, ids, today }: Tools): Agreements {
  const { sql } = store;
  const select = sql.prepare<[string], HourlyAgreement>(
    `SELECT id, valid_from AS validFrom, currency, rate_minor AS rate FROM agreements
     WHERE client_id = ? AND kind = 'hourly' ORDER BY valid_from`,
  );
  const sameDay = sql.prepare<[string, string, string]>(
    `SELECT 1 FROM agreements WHERE client_id = ? AND kind = 'hourly' AND valid_from = ? AND id <> ?`,
  );
  const insert = sql.prepare(
    `INSERT INTO agreements (id, client_id, kind, valid_from, currency, rate_minor, created_at, updated_at)
     VALUES (@id, @clientId, 'hourly', @validFrom, @currency, @rate, @now, @now)`,
  );
  const update = sql.prepare(
    `UPDATE agreements SET valid_from = @validFrom, currency = @currency, rate_minor = @rate, updated_at = @now
     WHERE id = @id AND client_id = @clientId`,
  );
  const clientOf = sql.prepare<[string], { clientId: string }>(
    'SELECT client_id AS clientId FROM agreements WHERE id = ?',
  );
  const clientExists = sql.prepare('SELECT 1 FROM clients WHERE id = ?');

  return {
    of: (clientId) => select.all(clientId),
    list(clientId) {
      const all = select.all(clientId);
      const current = agreementOn(all, today())?.id;
      return all.map((agreement) => ({ ...agreement, current: agreement.id === current }));
    },
    save(input) {
      const { clientId, id, validFrom } = input;
      store.act({ key: 'undo.rateSaved', values: {} }, (announce) => {
        if (!clientExists.get(clientId)) throw new AppError('not_found');
        if (sameDay.get(clientId, validFrom, id ?? '')) throw invalidField('validFrom', 'agreement.sameDay');
        const values = { ...input, id: id ?? ids.next(), now: clock.now() };
        const done = id === null ? insert.run(values) : update.run(values);
        if (done.changes === 0) throw new AppError('not_found');
        announce('billing', clientId);
      });
    },
    remove(id) {
      store.act({ key: 'undo.rateRemoved', values: {} }, (announce) => {
        const found = clientOf.get(id);
        if (!found) throw new AppError('not_found');
        sql.prepare('DELETE FROM agreements WHERE id = ?').run(id);
        announce('billing', found.clientId);
      });
    },
  };
}
