import type { globalKeyContract } from '#shared/ipc/global-key.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { GlobalKeyService } from './service.ts';

/** Binds the global key to the contract. */
export function globalKeyHandlers(service: GlobalKeyService): Handlers<typeof globalKeyContract> {
  return {
    'globalKey.get': () => service.get(),
    'globalKey.choose': ({ keys }) => service.choose(keys),
  };
}
