import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '#shared/ipc/contract.ts';
import { call } from '../../lib/api.ts';
import { useSay } from '../../lib/say.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';

type Saving = 'reports.csv' | 'reports.pdf' | 'audit.csv' | 'audit.pdf';

/** Saves a report where the person chooses, and says how it went. */
export function useSave() {
  const { t } = useTranslation('reports');
  const { show } = useToast();
  const { refused } = useSay();
  return useCallback(
    async <Name extends Saving>(name: Name, input: Input<Name>) => {
      try {
        const { saved } = await call(name, input as never);
        if (saved) show({ text: t('saved'), tone: 'success' });
      } catch (error) {
        refused(error);
      }
    },
    [t, show, refused],
  );
}
