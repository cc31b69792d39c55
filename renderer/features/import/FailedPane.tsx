import { useTranslation } from 'react-i18next';
import { useWrite } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';

interface FailedPaneProps {
  /** A sentence. */
  readonly problem: string;
  readonly onChoose: () => void;
}

export function FailedPane({ problem, onChoose }: FailedPaneProps) {
  const { t } = useTranslation(['import', 'common']);
  const { mutate: close } = useWrite('import.close');
  return (
    <ErrorState
      title={t('failed.title')}
      safe={t('failed.safe')}
      todo={problem}
      actions={
        <>
          <Button variant="primary" onClick={onChoose}>
            {t('choose.another')}
          </Button>
          <Button onClick={() => close(undefined)}>{t('common:cancel')}</Button>
        </>
      }
    />
  );
}
