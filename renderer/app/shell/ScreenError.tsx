import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/ipc/errors.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';

/** A screen that failed says so in its own place; rail, timer and the other views go on working. */
export function ScreenError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('shell');
  return (
    <ErrorState
      title={t('screenError.title')}
      safe={t('common:nothingLost')}
      todo={t('screenError.todo')}
      actions={<Button onClick={reset}>{t('common:retry')}</Button>}
      code={error instanceof AppError ? error.code : 'internal'}
    />
  );
}
