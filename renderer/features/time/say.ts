import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useAnnounce, useToast } from '../../ui/feedback/Feedback.tsx';

/** How the time screens tell what was done: read out, with Undo at hand; and what was refused. */
export interface Say {
  readonly undoable: (text: string) => void;
  readonly refused: (error: unknown) => void;
}

export function useSay(): Say {
  const { t } = useTranslation();
  const { show } = useToast();
  const announce = useAnnounce();
  return useMemo(() => {
    const refused = (error: unknown) =>
      void show({ text: error instanceof Error ? error.message : t('errors:internal'), tone: 'error' });
    const undoable = (text: string) => {
      announce(text);
      show({
        text,
        action: {
          label: t('common:undoLast'),
          undoes: true,
          run: () => void call('undo.undo').catch(refused),
        },
      });
    };
    return { undoable, refused };
  }, [t, show, announce]);
}
