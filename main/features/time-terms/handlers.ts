import type { Handlers } from '#shared/ipc/method.ts';
import type { timeTermsContract } from '#shared/ipc/time-terms.ts';
import { type TimeTermsDeps, TimeTermsService } from './service.ts';

/** Makes the terms of clients' time and binds them to the contract. */
export function timeTermsHandlers(deps: TimeTermsDeps): Handlers<typeof timeTermsContract> {
  const terms = new TimeTermsService(deps);
  return {
    'timeTerms.get': ({ clientId }) => terms.get(clientId),
    'timeTerms.save': (input) => terms.save(input),
  };
}
