import type { Agreement, Version } from '#shared/domain/agreement-match.ts';
import { type AgreementKind, termsByKind } from '#shared/domain/agreement-terms.ts';
import type { Sql } from '../../store/open.ts';

interface AgreementRow {
  readonly id: string;
  readonly kind: AgreementKind;
  readonly title: string;
  readonly workKinds: string | null;
  readonly endedOn: string | null;
}

interface TermsRow {
  readonly id: string;
  readonly agreementId: string;
  readonly validFrom: string;
  readonly currency: string;
  readonly rate: number;
  readonly terms: string;
}

/** Reads the agreements of a client, in the order in which they were made, each with its versions, oldest first. */
export function createAgreementRows(sql: Sql): (clientId: string) => Agreement[] {
  const agreements = sql.prepare<[string], AgreementRow>(
    `SELECT id, kind, title, work_kinds AS workKinds, ended_on AS endedOn FROM agreements
     WHERE client_id = ? ORDER BY created_at, id`,
  );
  const terms = sql.prepare<[string], TermsRow>(
    `SELECT id, agreement_id AS agreementId, valid_from AS validFrom, currency, rate_minor AS rate, terms
     FROM agreement_terms WHERE client_id = ? ORDER BY valid_from`,
  );
  return (clientId) => {
    const versions = terms.all(clientId);
    return agreements.all(clientId).map(({ workKinds, ...row }) => {
      const own = versions.filter(({ agreementId }) => agreementId === row.id);
      return {
        ...row,
        workKinds: workKinds === null ? null : (JSON.parse(workKinds) as string[]),
        versions: own.map((version) => versionOf(row.kind, version)),
      } as Agreement;
    });
  };
}

function versionOf(kind: AgreementKind, { agreementId: _, terms, ...row }: TermsRow): Version<AgreementKind> {
  return { ...row, terms: termsByKind[kind].parse(JSON.parse(terms)) };
}
