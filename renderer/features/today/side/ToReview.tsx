import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dateIn, formatClockRange } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { ReviewTotals } from '#shared/ipc/time.ts';
import { useCommandRegistry } from '../../../lib/commands/CommandsProvider.tsx';
import { useHere } from '../../../lib/here.ts';
import classes from './SideColumn.module.css';

interface ToReviewProps {
  readonly review: ReviewTotals;
  readonly zone: string;
}

/** What of the tracked time waits for an answer: "33m to review, 11:05–11:38". */
export function ToReview({ review, zone }: ToReviewProps) {
  const { t } = useTranslation('gaps');
  const { registry } = useCommandRegistry();
  const { today } = useHere();
  const { first, count, total } = review;
  if (!first) return null;
  const time = formatDuration(total);
  const one = count === 1 && total > 0;
  const times =
    dateIn(first.startedAt, zone) === today
      ? `, ${formatClockRange(first.startedAt, first.endedAt, zone)}`
      : '';
  return (
    <button type="button" className={classes.review} onClick={() => registry.run('time.review')}>
      <IconClockExclamation size={16} stroke={1.5} aria-hidden />
      <span className={classes.reviewText}>
        {one
          ? `${t('toReview', { time })}${times}`
          : total > 0
            ? t('toReviewCount', { count, time })
            : t('clockToReview')}
      </span>
      <strong>{t('resolve')}</strong>
    </button>
  );
}
