import type { filesContract } from '#shared/ipc/files.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { FilesService } from './service.ts';

/** Binds files to the contract. */
export function filesHandlers(service: FilesService): Handlers<typeof filesContract> {
  return {
    'files.folders': ({ clientId }) => service.folders(clientId),
    'files.children': ({ folderId, parentId }) => service.children(folderId, parentId),
    'files.find': ({ clientId, text }) => service.find(clientId, text),
    'files.feed': ({ clientId, limit }) => service.feed(clientId, limit),
    'files.looked': ({ clientId }) => service.looked(clientId),
    'files.browse': ({ accountId, place }) => service.browse(accountId, place),
    'files.assign': (input) => service.assign(input),
    'files.unassign': ({ folderId }) => service.unassign(folderId),
  };
}
