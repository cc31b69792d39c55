import type { agreementsContract } from '#shared/ipc/billing-agreements.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from './service.ts';

/** Binds agreements and prices to the contract. */
export function agreementHandlers(billing: Billing): Handlers<typeof agreementsContract> {
  const { agreements, repricing, taskPrices } = billing;
  return {
    'billing.agreements': ({ clientId }) => agreements.list(clientId),
    'billing.saveAgreement': (input) => agreements.save(input),
    'billing.endAgreement': (input) => agreements.end(input),
    'billing.removeTerms': ({ termsId }) => agreements.removeTerms(termsId),
    'billing.repricing': ({ clientId }) => repricing.preview(clientId),
    'billing.reprice': ({ clientId }) => repricing.reprice(clientId),
    'billing.taskPrice': ({ taskId }) => taskPrices.view(taskId),
    'billing.setTaskPrice': ({ taskId, price }) => taskPrices.set(taskId, price),
  };
}
