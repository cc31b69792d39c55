import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { call } from '../../../lib/api.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../../lib/queries.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import classes from './Facts.module.css';
import { useSave } from './use-save.ts';

/** What finished tasks like this one took, for one that has no estimate; one key takes the median over. */
export function SimilarTook({ taskId }: { readonly taskId: string }) {
  const { t } = useTranslation('tasks');
  const save = useSave();
  const { data: took } = useRead('tasks.similar', { id: taskId });
  const median = took?.median ?? null;
  const use = useCallback(() => {
    if (median !== null) void save(() => call('tasks.change', { id: taskId, estimateMinutes: median }));
  }, [save, taskId, median]);
  const commands = useMemo(
    () =>
      median === null ? [] : [{ id: 'task.useEstimate', label: t('similar.command'), keys: 'u', run: use }],
    [median, t, use],
  );
  useCommands(commands);
  if (!took) return null;
  return (
    <p className={classes.similar}>
      {t('similar.took', {
        count: took.count,
        median: formatDuration(took.median * MINUTE),
        most: formatDuration(took.most * MINUTE),
      })}{' '}
      <button type="button" className={classes.use} aria-keyshortcuts="U" onClick={use}>
        {t('similar.use')} <Kbd keys={['U']} />
      </button>
    </p>
  );
}
