import { type Agreement, type Claim, clashOf, versionOn } from '#shared/domain/agreement-match.ts';
import type { AgreementView, agreementsContract } from '#shared/ipc/billing-agreements.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Announce, Store } from '../../store/store.ts';
import { createAgreementRows } from './agreement-rows.ts';
import { createBilledTerms, restsElsewhere } from './billed-terms.ts';
import { createFreezing } from './freezing.ts';
import type { Tools } from './tools.ts';

type Contract = typeof agreementsContract;
type Input = InputOf<Contract['billing.saveAgreement']>;

export interface Agreements {
  /** All agreements of a client, each with its versions, oldest first. */
  of(clientId: string): Agreement[];
  list(clientId: string): AgreementView[];
  /**
   * A new agreement, new terms for one, or terms corrected. Work that is done keeps its price. Throws `invalid_input`
   * at `validFrom` when terms from that day exist or it lies after the end, at `workKinds` when another agreement claims
   * the same work, `not_found` for an unknown client, agreement or version. Terms on which an issued fee or the hours of a
   * cycle rest stay as they are: `locked`.
   */
  save(input: Input): { readonly agreementId: string; readonly termsId: string };
  /** Throws `invalid_input` at `endedOn` for a day before it began or when it would overlap another. */
  end(input: InputOf<Contract['billing.endAgreement']>): void;
  /**
   * The work priced by a version is priced by what else holds on its day; all other work keeps its price. Throws
   * `locked` for terms on which an issued fee or the hours of a cycle rest.
   */
  removeTerms(termsId: string): void;
}

/** Agreements over the database. Rates are in minor units of their currency, days ISO dates. */
export function createAgreements(store: Store, tools: Tools): Agreements {
  const { clock, ids, today } = tools;
  const { sql } = store;
  const of = createAgreementRows(sql);
  const freezing = createFreezing(sql, of, tools);
  const billedTerms = createBilledTerms(sql, of);
  const clientExists = sql.prepare('SELECT 1 FROM clients WHERE id = ?');
  const kindExists = sql.prepare('SELECT 1 FROM work_kinds WHERE id = ?');
  const insertAgreement = sql.prepare(
    `INSERT INTO agreements (id, client_id, kind, title, work_kinds, created_at, updated_at)
     VALUES (@agreementId, @clientId, @kind, @title, @kinds, @now, @now)`,
  );
  const updateAgreement = sql.prepare(
    `UPDATE agreements SET title = @title, work_kinds = @kinds, updated_at = @now WHERE id = @agreementId`,
  );
  const insertTerms = sql.prepare(
    `INSERT INTO agreement_terms (id, agreement_id, client_id, valid_from, currency, rate_minor, terms, created_at, updated_at)
     VALUES (@termsId, @agreementId, @clientId, @validFrom, @currency, @rate, @text, @now, @now)`,
  );
  const updateTerms = sql.prepare(
    `UPDATE agreement_terms SET valid_from = @validFrom, currency = @currency, rate_minor = @rate, terms = @text,
       updated_at = @now WHERE id = @termsId AND agreement_id = @agreementId`,
  );
  const clientOfAgreement = sql
    .prepare<[string], string>('SELECT client_id FROM agreements WHERE id = ?')
    .pluck();
  const termsById = sql.prepare<[string], { clientId: string; agreementId: string }>(
    'SELECT client_id AS clientId, agreement_id AS agreementId FROM agreement_terms WHERE id = ?',
  );

  function changing<T>(label: string, clientId: string, change: () => T): T {
    return store.act({ key: label, values: {} }, (announce: Announce) => {
      let result: T | undefined;
      const before = billedTerms(clientId);
      freezing(clientId, () => {
        result = change();
      });
      if (restsElsewhere(before, billedTerms(clientId)))
        throw new AppError('locked', { reason: 'agreement.billed' });
      announce('billing', clientId);
      return result as T;
    });
  }

  function refuseUnknownKinds(input: Input): void {
    for (const kind of input.workKinds ?? []) {
      if (!kindExists.get(kind)) throw invalidField('workKinds', 'field.id');
    }
    if (input.kind !== 'hourly') return;
    for (const kind of Object.keys(input.terms.kindRates)) {
      if (!kindExists.get(kind)) throw invalidField(`terms.kindRates.${kind}`, 'field.id');
    }
  }

  /** Whether all versions, with one put in or corrected, leave every piece of work to one agreement. */
  function refuseImpossible(input: Input, all: readonly Agreement[]): void {
    const { agreementId, termsId, validFrom } = input;
    const before = all.find(({ id }) => id === agreementId);
    if (agreementId !== null && before?.kind !== input.kind) throw new AppError('not_found');
    const others = (before?.versions ?? []).filter(({ id }) => id !== termsId);
    if (termsId !== null && others.length === before?.versions.length) throw new AppError('not_found');
    if (others.some((version) => version.validFrom === validFrom))
      throw invalidField('validFrom', 'agreement.sameDay');
    const endedOn = before?.endedOn ?? null;
    if (endedOn !== null && validFrom > endedOn) throw invalidField('validFrom', 'agreement.afterEnd');
    const from = [validFrom, ...others.map((version) => version.validFrom)].sort()[0] ?? validFrom;
    const { kind, workKinds } = input;
    refuseClash({ id: agreementId ?? '', kind, workKinds, endedOn, from }, all, 'workKinds');
  }

  return {
    of,
    list(clientId) {
      const date = today();
      return of(clientId).map((agreement) => {
        const current = versionOn(agreement as Parameters<typeof versionOn>[0], date)?.id;
        const versions = agreement.versions.map((one) => ({ ...one, current: one.id === current }));
        return { ...agreement, versions } as AgreementView;
      });
    },
    save(input) {
      const { clientId } = input;
      if (!clientExists.get(clientId)) throw new AppError('not_found');
      const agreementId = input.agreementId ?? ids.next();
      const termsId = input.termsId ?? ids.next();
      return changing('undo.agreementSaved', clientId, () => {
        refuseUnknownKinds(input);
        refuseImpossible(input, of(clientId));
        const kinds = input.workKinds && JSON.stringify(input.workKinds);
        const { kind, title, validFrom, currency, rate } = input;
        const text = JSON.stringify(input.terms);
        const now = clock.now();
        const values = {
          agreementId,
          termsId,
          clientId,
          kind,
          title,
          kinds,
          validFrom,
          currency,
          rate,
          text,
          now,
        };
        (input.agreementId === null ? insertAgreement : updateAgreement).run(values);
        (input.termsId === null ? insertTerms : updateTerms).run(values);
        return { agreementId, termsId };
      });
    },
    end({ agreementId, endedOn }) {
      const clientId = clientOfAgreement.get(agreementId);
      if (clientId === undefined) throw new AppError('not_found');
      changing(endedOn === null ? 'undo.agreementGoesOn' : 'undo.agreementEnded', clientId, () => {
        const all = of(clientId);
        const own = all.find(({ id }) => id === agreementId);
        const newest = own?.versions.at(-1)?.validFrom ?? '';
        if (endedOn !== null && endedOn < newest) throw invalidField('endedOn', 'agreement.endBeforeStart');
        if (own) refuseClash({ ...own, endedOn, from: own.versions[0]?.validFrom ?? newest }, all, 'endedOn');
        sql
          .prepare('UPDATE agreements SET ended_on = ?, updated_at = ? WHERE id = ?')
          .run(endedOn, clock.now(), agreementId);
      });
    },
    removeTerms(termsId) {
      const found = termsById.get(termsId);
      if (!found) throw new AppError('not_found');
      changing('undo.agreementRemoved', found.clientId, () => {
        sql.prepare('DELETE FROM agreement_terms WHERE id = ?').run(termsId);
        sql
          .prepare(
            `DELETE FROM agreements WHERE id = @id
               AND NOT EXISTS (SELECT 1 FROM agreement_terms WHERE agreement_id = @id)`,
          )
          .run({ id: found.agreementId });
      });
    },
  };
}

function refuseClash(claim: Claim, all: readonly Agreement[], field: string): void {
  const clash = clashOf(claim, all);
  if (!clash) return;
  throw invalidField(field, clash.workKind === null ? 'agreement.overlapAll' : 'agreement.overlapKind');
}
