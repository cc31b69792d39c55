import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { ImportResult } from '#shared/ipc/import.ts';
import { go, overviewHref } from '../../lib/addresses.ts';
import { useWrite } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PastImports } from './past/PastImports.tsx';
import { useTakeBack } from './past/use-take-back.ts';

interface DonePaneProps {
  readonly result: ImportResult;
  readonly onChoose: () => void;
}

/** What came, and the way back. */
export function DonePane({ result, onChoose }: DonePaneProps) {
  const { t } = useTranslation('import');
  const { mutate: close } = useWrite('import.close');
  const { takeBack, busy } = useTakeBack();
  return (
    <>
      <EmptyState
        icons={<IconCircleCheck size={22} stroke={1.5} aria-hidden />}
        title={<span role="status">{t('done.title', { count: result.entries })}</span>}
        actions={
          <>
            <Button
              variant="primary"
              onClick={() => {
                close(undefined);
                go(overviewHref('time'));
              }}
            >
              {t('done.toTime')}
            </Button>
            <Button
              busy={busy}
              onClick={() => void takeBack(result.importId).then((done) => done && close(undefined))}
            >
              {t('done.undo')}
            </Button>
            <Button onClick={onChoose}>{t('choose.another')}</Button>
          </>
        }
      >
        <p>
          {t('done.text', { hours: formatDuration(result.length) })}
          {result.there > 0 && ` ${t('done.there', { count: result.there })}`}
          {result.long > 0 && ` ${t('done.long', { count: result.long })}`}
          {result.bad > 0 && ` ${t('done.bad', { count: result.bad })}`}
        </p>
      </EmptyState>
      <PastImports />
    </>
  );
}
