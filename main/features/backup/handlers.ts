import type { backupContract, ChosenBackup } from '#shared/ipc/backup.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { BackupService } from './service.ts';

/** `restore` closes the workspace, swaps the file and opens it again; it belongs to whoever owns the file. */
export function backupHandlers(
  backups: BackupService,
  choose: () => Promise<ChosenBackup | null>,
  restore: (name: string) => Promise<void>,
): Handlers<typeof backupContract> {
  return {
    'backup.list': () => backups.list(),
    'backup.create': () => backups.create('manual'),
    'backup.choose': () => choose(),
    'backup.restore': ({ name }) => restore(name),
  };
}
