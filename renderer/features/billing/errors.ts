import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/ipc/errors.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';

/** Messages beside fields, by the field's path; empty when the error is about none. */
export function useFieldErrors(error: Error | null): Readonly<Record<string, string>> {
  const { t } = useTranslation('errors');
  const fields = error instanceof AppError ? (error.details.fields ?? {}) : {};
  return Object.fromEntries(Object.entries(fields).map(([path, key]) => [path, t(key)]));
}

/** Says at the foot of the window what went wrong. */
export function useSayError(): (error: Error) => void {
  const { show } = useToast();
  return useCallback((error: Error) => void show({ text: error.message, tone: 'error' }), [show]);
}
