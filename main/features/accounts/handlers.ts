import type { accountsContract } from '#shared/ipc/accounts.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { AccountsService } from './service.ts';

export function accountsHandlers(service: AccountsService): Handlers<typeof accountsContract> {
  return {
    'accounts.list': () => service.list(),
    'accounts.useClient': (client) => service.useClient(client),
    'accounts.connect': () => service.connect(),
    'accounts.cancelConnect': () => service.cancelConnect(),
    'accounts.reconnect': ({ accountId }) => service.reconnect(accountId),
    'accounts.remove': ({ accountId }) => service.remove(accountId),
    'accounts.sync': ({ accountId }) => service.sync(accountId),
    'accounts.cancelSync': ({ accountId }) => service.cancelSync(accountId),
  };
}
