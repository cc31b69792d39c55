import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce, useToast } from '../ui/feedback/Feedback.tsx';
import { call } from './api.ts';

/** How screens tell what was done: read out, with Undo at hand; and what was refused. */
export interface Say {
  /** `about`: what is told of it takes the place of what was told of it before. */
  readonly undoable: (text: string, about?: string) => void;
  readonly refused: (error: unknown) => void;
}

export function useSay(): Say {
  const { t } = useTranslation();
  const { show } = useToast();
  const announce = useAnnounce();
  return useMemo(() => {
    const refused = (error: unknown) =>
      void show({ text: error instanceof Error ? error.message : t('errors:internal'), tone: 'error' });
    const undoable = (text: string, about?: string) => {
      announce(text);
      show({
        text,
        ...(about ? { about } : {}),
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
