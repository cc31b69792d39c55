import type { appContract } from '#shared/ipc/app.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';

type UndoContract = Pick<typeof appContract, 'undo.state' | 'undo.undo' | 'undo.redo'>;

/** Binds undo and redo, of the store itself, to the contract. */
export function undoHandlers(store: Store): Handlers<UndoContract> {
  return {
    'undo.state': () => store.undoState(),
    'undo.undo': () => store.undo(),
    'undo.redo': () => store.redo(),
  };
}
