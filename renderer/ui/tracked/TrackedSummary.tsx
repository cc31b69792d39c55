import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { minutesInSequence } from '#shared/domain/minutes.ts';
import { ClientName } from '../ClientName.tsx';
import classes from './Tracked.module.css';
import { TrackedBar, type TrackedPart } from './TrackedBar.tsx';

export interface TrackedSummaryProps {
  readonly parts: readonly TrackedPart[];
  /** Milliseconds of the day's goal; 0 for none. */
  readonly goal: number;
  /** Milliseconds that wait to be reviewed; no part of the number. */
  readonly review?: number;
  /** At the right of the big number: gaps, overlaps. */
  readonly notes?: ReactNode;
}

/** The day's tracked time: one big number, a bar against the goal, and the parts, which add up to the number. */
export function TrackedSummary({ parts, goal, review = 0, notes }: TrackedSummaryProps) {
  const { t } = useTranslation('common');
  const minutes = minutesInSequence(parts.map((part) => part.milliseconds));
  const sum = minutes.reduce((all, one) => all + one, 0) * MINUTE;
  return (
    <div>
      <div className={classes.head}>
        <p className={classes.sum}>
          <strong className={classes.big}>{formatDuration(sum)}</strong>
          {goal > 0 && <span className={classes.goal}>{t('ofGoal', { goal: formatDuration(goal) })}</span>}
        </p>
        {notes && <div className={classes.notes}>{notes}</div>}
      </div>
      <TrackedBar parts={parts} goal={goal} review={review} />
      <ul className={classes.list}>
        {parts.map((part, index) => (
          <li key={part.id} className={classes.row}>
            <ClientName name={part.name} colour={part.colour} />
            <span className="tabular">{formatDuration((minutes[index] ?? 0) * MINUTE)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
