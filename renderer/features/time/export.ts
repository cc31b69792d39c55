import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryFilter } from '#shared/ipc/time.ts';
import { call } from '../../lib/api.ts';
import { useSay } from '../../lib/say.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';

/** Saves the entries of a filter as CSV where the person chooses, and says so. */
export function useExport(): (filter: EntryFilter) => Promise<void> {
  const { t } = useTranslation('time');
  const { show } = useToast();
  const { refused } = useSay();
  return useCallback(
    async (filter) => {
      try {
        const saved = await call('time.export', filter);
        if (saved) show({ text: t('said.exported', { count: saved.count }), tone: 'success' });
      } catch (error) {
        refused(error);
      }
    },
    [t, show, refused],
  );
}
