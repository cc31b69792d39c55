import { useTranslation } from 'react-i18next';
import { MINUTE } from '#shared/domain/duration.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import type { TaskRow } from '#shared/ipc/tasks.ts';
import type { DayView } from '#shared/ipc/time.ts';
import { useCountedUntil } from '../../../lib/clock.tsx';
import { useRead } from '../../../lib/queries.ts';
import { partsWithin } from '../../../ui/tracked/parts.ts';
import { TrackedSummary } from '../../../ui/tracked/TrackedSummary.tsx';
import { NextMeeting } from './NextMeeting.tsx';
import classes from './SideColumn.module.css';
import { ToReview } from './ToReview.tsx';
import { Waiting } from './Waiting.tsx';

export interface SideColumnProps {
  readonly day: DayView | undefined;
  readonly waiting: readonly TaskRow[];
  readonly clients: readonly ClientCard[];
}

/** The next meeting, what was tracked, and who is waited for. */
export function SideColumn({ day, waiting, clients }: SideColumnProps) {
  const { t } = useTranslation('today');
  return (
    <div className={classes.column}>
      {day && <NextMeeting day={day} />}
      <section aria-label={t('tracked.title')}>
        <h2 className={classes.title}>{t('tracked.title')}</h2>
        {day && <Tracked day={day} />}
      </section>
      <Waiting tasks={waiting} clients={clients} />
    </div>
  );
}

function Tracked({ day }: { readonly day: DayView }) {
  const { t } = useTranslation('today');
  const running = day.entries.find((entry) => entry.endedAt === null);
  const parts = partsWithin(day.entries, day, useCountedUntil(running?.startedAt ?? null));
  const review = useRead('time.totalsToday').data?.review;
  return (
    <>
      <TrackedSummary parts={parts} goal={day.targetMinutes * MINUTE} review={review?.today ?? 0} />
      {review?.first && <ToReview review={review} zone={day.zone} />}
      {parts.length === 0 && <p className={classes.empty}>{t('tracked.none')}</p>}
    </>
  );
}
