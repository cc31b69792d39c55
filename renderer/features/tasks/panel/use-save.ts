import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/ipc/errors.ts';
import { useToast } from '../../../ui/feedback/Feedback.tsx';

/** The sentence for a person: the first field's own reason, or what the main process said. */
export function useProblem(): (error: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (error) => {
      if (!(error instanceof AppError)) return t('errors:internal');
      const [reason] = Object.values(error.details.fields ?? {});
      return reason ? String(t(`errors:${reason}` as never, { ...error.details.values })) : error.message;
    },
    [t],
  );
}

/** Runs a write; null when it went well, else the sentence that says what is wrong. */
export function useSave(): (send: () => Promise<unknown>) => Promise<string | null> {
  const problem = useProblem();
  return useCallback(
    async (send) => {
      try {
        await send();
        return null;
      } catch (error) {
        return problem(error);
      }
    },
    [problem],
  );
}

/** Runs a write that has no field of its own; what is wrong is shown at the foot of the window. */
export function useDo(): (send: () => Promise<unknown>) => Promise<boolean> {
  const save = useSave();
  const toast = useToast();
  return useCallback(
    async (send) => {
      const wrong = await save(send);
      if (wrong) toast.show({ text: wrong, tone: 'error' });
      return wrong === null;
    },
    [save, toast],
  );
}
