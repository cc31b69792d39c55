import type { ChosenBackup } from '#shared/ipc/backup.ts';
import type { FilePicker } from '../../ports/file-picker.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Words } from '../../ports/words.ts';
import type { Backups } from '../../store/backups.ts';

export interface ChooseDependencies {
  readonly backups: Backups;
  /** The workspace itself. */
  readonly databaseFile: string;
  readonly picker: FilePicker;
  readonly words: Words;
  readonly logger: Logger;
}

/**
 * Asks for a backup that lies anywhere, checks it and takes a copy, to be restored by its name; null when the person
 * cancelled. Throws AppError with a reason under `backup.` when the file is none that can be restored.
 */
export async function chooseBackup(deps: ChooseDependencies): Promise<ChosenBackup | null> {
  const { backups, databaseFile, picker, words, logger } = deps;
  const path = await picker.pick({
    title: words.text('settings:backup.choose.title'),
    kind: { name: words.text('settings:backup.choose.kind'), extensions: ['db'] },
    all: words.text('settings:backup.choose.all'),
  });
  if (path === null) return null;
  const chosen = await backups.adopt(path, databaseFile);
  logger.info('backup.chosen', { bytes: chosen.bytes });
  return chosen;
}
