import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';

interface TabFrameProps {
  readonly error: Error | null;
  readonly retry: () => unknown;
  readonly loaded: boolean;
  readonly children: ReactNode;
}

/** What a tab shows while it loads and when it cannot. */
export function TabFrame({ error, retry, loaded, children }: TabFrameProps) {
  const { t } = useTranslation();
  if (error) {
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void retry()}>{t('common:retry')}</Button>}
      />
    );
  }
  if (!loaded) return <LoadingBoxes heights={[32, 400]} label={t('common:loading')} />;
  return children;
}
