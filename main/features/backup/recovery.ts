import type { ChosenBackup, Problem, recoveryContract } from '#shared/ipc/backup.ts';
import type { Handlers } from '#shared/ipc/method.ts';

export interface RecoveryActions {
  readonly problem: () => Problem;
  readonly choose: () => Promise<ChosenBackup | null>;
  readonly restore: (name: string) => Promise<void>;
  readonly showFolder: () => void;
  readonly quit: () => void;
  readonly ready: () => void;
}

/** Answers while the workspace cannot be opened. */
export function recoveryHandlers(
  actions: RecoveryActions,
): Handlers<typeof recoveryContract> & { 'app.ready': () => void } {
  return {
    'recovery.problem': () => actions.problem(),
    'recovery.choose': () => actions.choose(),
    'recovery.restore': ({ name }) => actions.restore(name),
    'recovery.showFolder': () => actions.showFolder(),
    'recovery.quit': () => actions.quit(),
    'app.ready': () => actions.ready(),
  };
}
