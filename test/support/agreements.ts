import type { agreementsContract } from '#shared/ipc/billing-agreements.ts';
import type { InputOf } from '#shared/ipc/method.ts';

export type AgreementInput = InputOf<(typeof agreementsContract)['billing.saveAgreement']>;

const base = {
  agreementId: null,
  termsId: null,
  title: '',
  workKinds: null,
  validFrom: '2026-01-01',
  currency: 'EUR',
} as const;

/** A new agreement of each kind; what differs is put over it. */
export const newAgreement = {
  hourly: (clientId: string, rate = 4500) =>
    ({ ...base, clientId, kind: 'hourly', rate, terms: { kindRates: {} } }) satisfies AgreementInput,
  perTask: (clientId: string, rate = 2200) =>
    ({ ...base, clientId, kind: 'per_task', rate, terms: {} }) satisfies AgreementInput,
  dayRate: (clientId: string, rate = 28_000) =>
    ({
      ...base,
      clientId,
      kind: 'day_rate',
      rate,
      terms: { halfFrom: 1, fullFrom: 300, over: null },
    }) satisfies AgreementInput,
  retainer: (clientId: string, rate = 76_000) =>
    ({
      ...base,
      clientId,
      kind: 'retainer',
      rate,
      terms: {
        seconds: 20 * 3600,
        cycleDay: 1,
        carryCap: 5 * 3600,
        carryCycles: 1,
        overageRate: 4000,
        fee: 'advance',
      },
    }) satisfies AgreementInput,
};
