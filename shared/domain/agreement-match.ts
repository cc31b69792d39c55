import type { AgreementKind, TermsOf } from './agreement-terms.ts';

/** What holds from a day on until the next version. Rates are in minor units. */
export interface Version<Kind extends AgreementKind> {
  readonly id: string;
  /** ISO date. */
  readonly validFrom: string;
  readonly currency: string;
  /** Per hour, per task, per day, or the fee of a cycle. */
  readonly rate: number;
  readonly terms: TermsOf<Kind>;
}

export interface AgreementOf<Kind extends AgreementKind> {
  readonly id: string;
  readonly kind: Kind;
  readonly title: string;
  /** Ids of the kinds of work it is for; null for all that no other agreement of the client names. */
  readonly workKinds: readonly string[] | null;
  /** The last day on which it holds; null while it goes on. */
  readonly endedOn: string | null;
  /** Oldest first, at least one. */
  readonly versions: readonly Version<Kind>[];
}

/** Dated terms with a client, of one kind. */
export type Agreement = { [Kind in AgreementKind]: AgreementOf<Kind> }[AgreementKind];

/** An agreement with the version of it that holds. */
export type Match = {
  [Kind in AgreementKind]: {
    readonly kind: Kind;
    readonly agreement: AgreementOf<Kind>;
    readonly version: Version<Kind>;
  };
}[AgreementKind];

/** The version that holds on a day (ISO date): the newest that had begun; null before the first and after the end. */
export function versionOn<Kind extends AgreementKind>(
  agreement: AgreementOf<Kind>,
  date: string,
): Version<Kind> | null {
  if (agreement.endedOn !== null && date > agreement.endedOn) return null;
  return agreement.versions.findLast(({ validFrom }) => validFrom <= date) ?? null;
}

/**
 * The currency agreed for a day (ISO date): that for all work before that for some. Where nothing held on it, the one that
 * held last before, else the first after; null when nothing was ever agreed.
 */
export function agreedCurrency(agreements: readonly Agreement[], date: string): string | null {
  const held = currencyOn(agreements, date);
  if (held !== null) return held;
  const days = agreements.flatMap(({ endedOn, versions }) => [
    ...versions.flatMap(({ validFrom }) => (endedOn === null || validFrom <= endedOn ? [validFrom] : [])),
    ...(endedOn === null ? [] : [endedOn]),
  ]);
  const ordered = days.sort();
  const nearest = ordered.findLast((day) => day < date) ?? ordered.find((day) => day > date);
  return nearest === undefined ? null : currencyOn(agreements, nearest);
}

function currencyOn(agreements: readonly Agreement[], date: string): string | null {
  const held = agreements.flatMap((agreement) => {
    const version = versionOn(agreement as AgreementOf<AgreementKind>, date);
    return version ? [{ all: agreement.workKinds === null, currency: version.currency }] : [];
  });
  return (held.find(({ all }) => all) ?? held[0])?.currency ?? null;
}

/**
 * The agreement that time of a kind (null for none) belongs to on a day: the one that names the kind, else the one for
 * all work; null when nothing was agreed. Prices per task are not asked: they go by the task.
 */
export function agreementForTime(
  agreements: readonly Agreement[],
  workKind: string | null,
  date: string,
): Match | null {
  return find(agreements.filter(claimsTime), workKind, date);
}

/** The price per task that holds for a task of a kind on a day; null when its time is billed by other terms. */
export function agreementForTask(
  agreements: readonly Agreement[],
  workKind: string | null,
  date: string,
): Extract<Match, { kind: 'per_task' }> | null {
  const found = find(
    agreements.filter((one) => !claimsTime(one)),
    workKind,
    date,
  );
  return found?.kind === 'per_task' ? found : null;
}

/** What an agreement would be, as far as it decides which work belongs to it. */
export type Claim = Pick<Agreement, 'id' | 'kind' | 'workKinds' | 'endedOn'> & { readonly from: string };

/** Why an agreement may not stand beside the others: one of them claims the same work on the same day. */
export interface Clash {
  readonly with: Agreement;
  /** The kind that both name; null when both are for all other work. */
  readonly workKind: string | null;
}

/** The first clash of an agreement with others of its client; null when every piece of work has one at most. */
export function clashOf(claim: Claim, others: readonly Agreement[]): Clash | null {
  for (const other of others) {
    const from = other.versions[0]?.validFrom;
    if (other.id === claim.id || from === undefined || claimsTime(other) !== claimsTime(claim)) continue;
    const apart =
      (claim.endedOn !== null && claim.endedOn < from) ||
      (other.endedOn !== null && other.endedOn < claim.from);
    if (apart) continue;
    if (claim.workKinds === null && other.workKinds === null) return { with: other, workKind: null };
    const shared = claim.workKinds?.find((kind) => other.workKinds?.includes(kind));
    if (shared !== undefined) return { with: other, workKind: shared };
  }
  return null;
}

function claimsTime({ kind }: { readonly kind: AgreementKind }): boolean {
  return kind !== 'per_task';
}

function find(agreements: readonly Agreement[], workKind: string | null, date: string): Match | null {
  let general: Match | null = null;
  for (const agreement of agreements) {
    const named = workKind !== null && agreement.workKinds?.includes(workKind);
    if (!named && agreement.workKinds !== null) continue;
    const version = versionOn<AgreementKind>(agreement as AgreementOf<AgreementKind>, date);
    if (!version) continue;
    const match = { kind: agreement.kind, agreement, version } as Match;
    if (named) return match;
    general ??= match;
  }
  return general;
}
