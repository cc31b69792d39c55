import { IconChartBar } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import classes from './TodayTotals.module.css';
import type { TodayRow } from './totals.ts';

const TodayCard = lazy(() => import('./TodayCard.tsx'));

export interface TodayTotalsProps {
  readonly rows: readonly TodayRow[];
  /** Milliseconds of the day's goal; 0 for none. */
  readonly goal: number;
  /** Milliseconds of today that wait to be reviewed. */
  readonly review: number;
}

/** What the day holds, in the timer bar; a press opens it by client. */
export function TodayTotals({ rows, goal, review }: TodayTotalsProps) {
  const { t } = useTranslation('shell');
  const [opened, setOpened] = useState(false);
  const close = useCallback(() => setOpened(false), []);
  useCommands(
    useMemo(
      () => [
        {
          id: 'time.today',
          label: t('timer.byClient.command'),
          icon: <IconChartBar size={16} stroke={1.5} aria-hidden />,
          keys: 'mod+shift+d',
          inFields: true,
          run: () => setOpened((old) => !old),
        },
      ],
      [t],
    ),
  );
  const sum = rows.reduce((all, row) => all + row.milliseconds, 0);
  const tracked = formatDuration(sum);
  return (
    <>
      <button
        type="button"
        className={classes.today}
        data-anchor="today"
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-keyshortcuts="Control+Shift+D"
        {...tip(t('timer.byClient.tip'), ['Ctrl Shift D'])}
        onClick={() => setOpened(!opened)}
      >
        <span className={classes.meta}>{t('timer.today')}</span>
        <strong className="tabular">{tracked}</strong>
        {goal > 0 && (
          <>
            <span className={classes.progress} aria-hidden="true">
              <ProgressLine label={t('timer.todayLabel')} done={sum} whole={goal} accent />
            </span>
            <span className={classes.goal}>{t('timer.of', { goal: formatDuration(goal) })}</span>
          </>
        )}
        <span className="visually-hidden">, {t('timer.byClient.open')}</span>
      </button>
      {opened && (
        <Suspense>
          <TodayCard rows={rows} goal={goal} review={review} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
