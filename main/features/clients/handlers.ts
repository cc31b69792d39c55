import type { clientsContract } from '#shared/ipc/clients.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { ClientsService } from './service.ts';

/** Binds clients to the contract. */
export function clientsHandlers(service: ClientsService): Handlers<typeof clientsContract> {
  return {
    'clients.list': () => service.list(),
    'clients.get': ({ clientId }) => service.get(clientId),
    'clients.add': (input) => service.add(input),
    'clients.change': ({ clientId, ...changes }) => service.change(clientId, changes),
    'clients.pin': ({ clientId, pinned }) => service.pin(clientId, pinned),
    'clients.archive': ({ clientId }) => service.archive(clientId),
    'clients.restore': ({ clientId }) => service.restore(clientId),
    'clients.deletionPreview': ({ clientId }) => service.deletionPreview(clientId),
    'clients.delete': ({ clientId }) => service.delete(clientId),
  };
}
