import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { clientHref, go } from '../../lib/addresses.ts';
import { useClientId } from '../../lib/client-id.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import classes from './board/Board.module.css';
import { BoardBody } from './board/BoardBody.tsx';
import { useHomeZone } from './lib/zone.ts';

const TaskPanel = lazy(() => import('./panel/TaskPanel.tsx'));

/** The board of one client, and beside it the panel of the task that the address names. */
export default function BoardScreen() {
  const { t } = useTranslation('tasks');
  const clientId = useClientId();
  const zone = useHomeZone();
  const { data: board, error, refetch } = useRead('board.get', { clientId });
  const task = useLocation({
    select: ({ search }) => (search as { readonly task?: unknown }).task,
  });
  const opened = typeof task === 'string' ? task : null;
  const open = useCallback((id: string) => go(clientHref(clientId, 'board', id)), [clientId]);
  const close = useCallback(() => go(clientHref(clientId)), [clientId]);

  if (!board && error)
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
      />
    );
  if (!board)
    return (
      <div className={classes.loading} style={{ paddingTop: '5rem' }}>
        {[3, 2, 1].map((cards) => (
          <LoadingBoxes
            key={cards}
            heights={[32, ...Array<number>(cards).fill(90)]}
            label={t('common:loading')}
          />
        ))}
      </div>
    );
  return (
    <div className={classes.screen}>
      <BoardBody board={board} zone={zone} opened={opened} onOpen={open} />
      {opened && (
        <Suspense>
          <TaskPanel key={opened} taskId={opened} board={board} zone={zone} onOpen={open} onClose={close} />
        </Suspense>
      )}
    </div>
  );
}
