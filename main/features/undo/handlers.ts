import type { appContract } from '#shared/ipc/app.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';

type UndoContract = Pick<typeof appContract, 'undo.state' | 'undo.undo' | 'undo.redo'>;

/**
 * Binds undo and redo, of the store itself, to the contract. `around` runs each step, for what has to be settled before
 * and looked after afterwards.
 */
export function undoHandlers(store: Store, around: <T>(work: () => T) => T): Handlers<UndoContract> {
  return {
    'undo.state': () => store.undoState(),
    'undo.undo': () => store.undoOutside() ?? around(() => store.undo()),
    'undo.redo': () => around(() => store.redo()),
  };
}
