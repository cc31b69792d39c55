import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { WeekView } from '#shared/ipc/time.ts';
import { tableStyles } from '../../../ui/table.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import classes from './WeekGrid.module.css';

interface WeekHeadProps {
  readonly week: WeekView;
  readonly dayNames: readonly string[];
  readonly todayAt: number;
  /** The heading of the first column. */
  readonly first: string;
  readonly onDay: (date: string) => void;
}

/** The days, each of which opens; a mark says where time waits for review. */
export function WeekHead({ week, dayNames, todayAt, first, onDay }: WeekHeadProps) {
  const { t } = useTranslation('time');
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {week.dates.map((date, day) => {
          const review = week.review[day] ?? 0;
          const said = t('week.review', { time: formatDuration(review) });
          return (
            <th
              key={date}
              scope="col"
              className={tableStyles.number}
              data-today={day === todayAt || undefined}
              aria-current={day === todayAt ? 'date' : undefined}
            >
              <button type="button" className={classes.day} onClick={() => onDay(date)}>
                {review > 0 && (
                  <span className={classes.review} {...tip(said)}>
                    <IconClockExclamation size={14} stroke={1.5} aria-hidden />
                    <span className="visually-hidden">{said} </span>
                  </span>
                )}
                {dayNames[day]}
              </button>
            </th>
          );
        })}
        <th scope="col" className={tableStyles.number}>
          {t('total')}
        </th>
      </tr>
    </thead>
  );
}
