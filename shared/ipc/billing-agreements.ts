import { z } from 'zod';
import type { AgreementOf, Version } from '#shared/domain/agreement-match.ts';
import { type AgreementKind, rateField, termsByKind } from '#shared/domain/agreement-terms.ts';
import { clientRef, knownCurrency } from './billing-fields.ts';
import { id, isoDate, text, workKindId } from './fields.ts';
import { read, write } from './method.ts';

type VersionView<Kind extends AgreementKind> = Version<Kind> & {
  /** Holds today. */
  readonly current: boolean;
};

/** An agreement as its client's page shows it. */
export type AgreementView = {
  [Kind in AgreementKind]: Omit<AgreementOf<Kind>, 'versions'> & {
    readonly versions: readonly VersionView<Kind>[];
  };
}[AgreementKind];

/** Unbilled work that keeps a price from before its terms were changed, and what it would cost by the terms of now. */
export interface RepricedGroup {
  readonly entries: number;
  /** With prices that were agreed for each task. */
  readonly tasks: number;
  /** As it was tracked. */
  readonly seconds: number;
  /** ISO dates of the first and last of it. */
  readonly from: string;
  readonly to: string;
  readonly before: RepricedRate;
  readonly after: RepricedRate;
}

export interface RepricedRate {
  readonly by: 'hour' | 'day' | 'cycle' | 'task' | 'none';
  /** Minor units per hour or per day; null where there is no such rate. */
  readonly rate: number | null;
  readonly currency: string | null;
}

/** A task's price; null amount while its time is billed by other terms. */
export interface TaskPriceView {
  readonly taskId: string;
  readonly price: number | null;
  readonly currency: string;
  /** Typed for this task, or from the prices per task agreed with the client. */
  readonly from: 'task' | 'agreement' | null;
  /** On an issued invoice, on a draft or written off: it cannot be changed there. */
  readonly locked: boolean;
}

const base = {
  clientId: id,
  /** Null for a new agreement. */
  agreementId: id.nullable(),
  /** The version to correct; null for new terms from `validFrom` on. */
  termsId: id.nullable(),
  title: text(100),
  workKinds: z.array(workKindId).min(1, 'agreement.noKinds').max(100, 'field.tooLong').nullable(),
  validFrom: isoDate.refine((date) => date >= '2000-01-01' && date < '2200-01-01', 'agreement.dateTooFar'),
  currency: knownCurrency,
  rate: rateField,
};

const ofKind = <Kind extends AgreementKind>(kind: Kind) =>
  z.strictObject({ ...base, kind: z.literal(kind), terms: termsByKind[kind] as (typeof termsByKind)[Kind] });

const agreementInput = z.discriminatedUnion('kind', [
  ofKind('hourly'),
  ofKind('per_task'),
  ofKind('day_rate'),
  ofKind('retainer'),
]);

const count = z.int().min(0);
const repricedRate = z.strictObject({
  by: z.enum(['hour', 'day', 'cycle', 'task', 'none']),
  rate: count.nullable(),
  currency: z.string().max(3).nullable(),
});
const repricedGroup = z.strictObject({
  ...{ entries: count, tasks: count, seconds: count, from: isoDate, to: isoDate },
  ...{ before: repricedRate, after: repricedRate },
});

export const agreementsContract = {
  'billing.agreements': read<readonly AgreementView[]>()(clientRef, ['billing', 'clients']),
  'billing.saveAgreement': write<{ readonly agreementId: string; readonly termsId: string }>()(
    agreementInput,
  ),
  /** Ends it after a day, or lets it go on again. */
  'billing.endAgreement': write()(z.strictObject({ agreementId: id, endedOn: isoDate.nullable() })),
  /** Takes back one version as if it had never held; with the last one the agreement goes. */
  'billing.removeTerms': write()(z.strictObject({ termsId: id })),

  /** Unbilled work that a version prices, with what it would cost without it. */
  'billing.termsWork': read<readonly RepricedGroup[]>()(z.strictObject({ termsId: id }), [
    ...(['billing', 'time', 'tasks', 'clients'] as const),
  ]),
  'billing.repricing': read<readonly RepricedGroup[]>()(clientRef, ['billing', 'time', 'tasks', 'clients']),
  /** Prices the work of `repricing` by the terms of now, as it was shown; answers how many entries that were. */
  'billing.reprice': write<{ readonly entries: number }>()(
    clientRef.extend({ shown: z.array(repricedGroup).min(1).max(1000) }),
  ),

  'billing.taskPrice': read<TaskPriceView | null>()(z.strictObject({ taskId: id }), [
    'billing',
    'tasks',
    'clients',
  ]),
  /** Null takes a price that was typed away. */
  'billing.setTaskPrice': write()(z.strictObject({ taskId: id, price: rateField.nullable() })),
};
