import type { agreementsContract } from '#shared/ipc/billing-agreements.ts';
import type { ratesContract } from '#shared/ipc/billing-rates.ts';
import type { retainersContract } from '#shared/ipc/billing-retainers.ts';
import type { writeOffsContract } from '#shared/ipc/billing-write-offs.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from './service.ts';

/** Binds agreements, prices, rates, retainers and write-offs to the contract. */
export function agreementHandlers(
  billing: Billing,
): Handlers<
  typeof agreementsContract & typeof ratesContract & typeof retainersContract & typeof writeOffsContract
> {
  const { agreements, repricing, taskPrices, retainers, writeOffs } = billing;
  return {
    'billing.agreements': ({ clientId }) => agreements.list(clientId),
    'billing.saveAgreement': (input) => agreements.save(input),
    'billing.endAgreement': (input) => agreements.end(input),
    'billing.removeTerms': ({ termsId }) => agreements.removeTerms(termsId),
    'billing.termsWork': ({ termsId }) => repricing.without(termsId),
    'billing.repricing': ({ clientId }) => repricing.preview(clientId),
    'billing.reprice': ({ clientId, shown }) => repricing.reprice(clientId, shown),
    'billing.taskPrice': ({ taskId }) => taskPrices.view(taskId),
    'billing.rates': (input) => billing.rates(input),
    'billing.week': () => billing.week(),
    'billing.retainers': ({ clientId }) => retainers.all(clientId),
    'billing.retainerCycle': ({ clientId, agreementId, start }) =>
      retainers.cycle(clientId, agreementId, start),
    'billing.lateWork': ({ clientId }) => billing.late.of(clientId),
    'billing.billLateWork': (input) => billing.late.bill(input),
    'billing.writtenOff': ({ clientId }) => writeOffs.list(clientId),
    'billing.writeOffOffers': ({ clientId }) => billing.writeOffOffers(clientId),
    'billing.writeOffWork': (input) => writeOffs.add(input),
    'billing.takeBackWriteOffs': ({ ids }) => writeOffs.takeBack(ids),
    'billing.setTaskPrice': ({ taskId, price }) => taskPrices.set(taskId, price),
  };
}
