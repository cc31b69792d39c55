import type { Handlers } from '#shared/ipc/method.ts';
import type { workKindsContract } from '#shared/ipc/work-kinds.ts';
import { type WorkKindsDeps, WorkKindsService } from './service.ts';

/** Makes the list of kinds of work and binds it to the contract. */
export function workKindsHandlers(deps: WorkKindsDeps): Handlers<typeof workKindsContract> {
  const kinds = new WorkKindsService(deps);
  return {
    'workKinds.list': () => kinds.list(),
    'workKinds.add': ({ name }) => kinds.add(name),
    'workKinds.rename': ({ id, name }) => kinds.rename(id, name),
    'workKinds.archive': ({ id, archived }) => kinds.archive(id, archived),
    'workKinds.move': ({ id, above }) => kinds.move(id, above),
  };
}
