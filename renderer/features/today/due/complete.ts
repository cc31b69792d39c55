import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { useSay } from '../../../lib/say.ts';

/** Marks a task as done, with a way back. */
export function useComplete(): (task: TaskRow) => Promise<void> {
  const { t } = useTranslation('today');
  const { undoable, refused } = useSay();
  return useCallback(
    async (task) => {
      try {
        await call('tasks.complete', { ids: [task.id] });
        undoable(t('due.done', { what: task.title }), { tone: 'success' });
      } catch (error) {
        refused(error);
      }
    },
    [t, undoable, refused],
  );
}
