import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import type { Placed } from '../place.ts';
import { remOf, titleLines } from './axis.ts';
import type { BlockContext } from './block.ts';
import { EventButton } from './EventButton.tsx';
import classes from './WeekView.module.css';

export interface DayColumnProps extends BlockContext {
  /** Place among the shown days, from 0. */
  readonly day: number;
  readonly date: string;
  readonly places: readonly Placed[];
}

/** One day's events, side by side where they overlap. */
export function DayColumn({ day, date, places, ...block }: DayColumnProps) {
  const { t, i18n } = useTranslation('calendar');
  return (
    <ul
      className={classes.day}
      style={{ gridColumn: day + 2 }}
      aria-label={t('dayNamed', { day: formatDate(date, i18n.language, 'long'), count: places.length })}
    >
      {places.map(({ item, top, height, lane, lanes }) => (
        <li
          key={item.key}
          className={classes.place}
          style={{
            top: `${remOf(top)}rem`,
            height: `${remOf(height)}rem`,
            insetInlineStart: `${(lane / lanes) * 100}%`,
            width: `${100 / lanes}%`,
          }}
        >
          <EventButton
            {...block}
            item={item}
            spot={`${day} ${top}`}
            size={height >= 58 ? 'tall' : height >= 40 ? 'two' : 'line'}
            lines={titleLines(height)}
            narrow={lanes > 1}
          />
        </li>
      ))}
    </ul>
  );
}
