import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce, useToast } from '../ui/feedback/Feedback.tsx';
import type { ToastInput } from '../ui/feedback/feed.ts';
import { useUndo } from './undo.ts';

/** How screens tell what was done: read out, with Undo at hand; and what was refused. */
export interface Say {
  readonly undoable: (text: string, more?: Pick<ToastInput, 'about' | 'detail' | 'tone'>) => void;
  readonly refused: (error: unknown) => void;
}

export function useSay(): Say {
  const { t } = useTranslation();
  const { show } = useToast();
  const announce = useAnnounce();
  const { undo } = useUndo();
  return useMemo(() => {
    const refused = (error: unknown) =>
      void show({ text: error instanceof Error ? error.message : t('errors:internal'), tone: 'error' });
    const undoable: Say['undoable'] = (text, more) => {
      announce([text, more?.detail].filter(Boolean).join('. '));
      show({
        text,
        ...more,
        action: { label: t('common:undoLast'), undoes: true, run: () => void undo() },
      });
    };
    return { undoable, refused };
  }, [t, show, announce, undo]);
}
