import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRow } from '#shared/ipc/tasks.ts';
import { call } from '../../../lib/api.ts';
import { useAnnounce, useToast } from '../../../ui/feedback/Feedback.tsx';

/** Marks a task as done, with a way back. */
export function useComplete(): (task: TaskRow) => Promise<void> {
  const { t } = useTranslation('today');
  const { show } = useToast();
  const announce = useAnnounce();
  return useCallback(
    async (task) => {
      const refused = (error: unknown) =>
        show({ text: error instanceof Error ? error.message : t('errors:internal'), tone: 'error' });
      try {
        await call('tasks.complete', { ids: [task.id] });
        const text = t('due.done', { what: task.title });
        announce(text);
        show({
          text,
          tone: 'success',
          action: {
            label: t('common:undoLast'),
            undoes: true,
            run: () => void call('undo.undo').catch(refused),
          },
        });
      } catch (error) {
        refused(error);
      }
    },
    [t, show, announce],
  );
}
