import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { UndoLabel } from '#shared/ipc/app.ts';
import { useAnnounce, useToast } from '../ui/feedback/Feedback.tsx';
import { call } from './api.ts';

export interface UndoActions {
  /** Takes back the person's newest change and says which. */
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

/** Undo and redo with a toast that names what was taken back, told to screen readers too. */
export function useUndo(): UndoActions {
  const { t } = useTranslation();
  const toast = useToast();
  const announce = useAnnounce();

  const run = useCallback(
    async (direction: 'undo' | 'redo') => {
      const say = (text: string, action?: { label: string; run: () => void; undoes: true }) => {
        toast.show({ text, ...(action ? { action } : {}) });
        announce(text);
      };
      const other = direction === 'undo' ? 'redo' : 'undo';
      try {
        const label = await call(`undo.${direction}`);
        toast.undone();
        if (!label) return say(t(`common:${direction}Nothing`));
        say(t(`common:${direction}Done`, { what: labelText(t, label) }), {
          label: t(`common:${other}Last`),
          run: () => void run(other),
          undoes: true,
        });
      } catch (error) {
        toast.show({ text: error instanceof Error ? error.message : t('errors:internal'), tone: 'error' });
      }
    },
    [t, toast, announce],
  );
  const undo = useCallback(() => run('undo'), [run]);
  const redo = useCallback(() => run('redo'), [run]);
  return { undo, redo };
}

/** What a step was, in words: "Deleting Fjord & Co". */
export function labelText(t: TFunction, label: UndoLabel): string {
  return t(`common:${label.key}` as never, { ...label.values }) as string;
}
