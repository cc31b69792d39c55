import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDate } from '#shared/domain/clock-format.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { isLong } from '../place.ts';
import { labelOf } from '../words.ts';
import classes from './MonthView.module.css';

export interface MonthDayProps {
  readonly date: string;
  /** Place among the shown days, from 0. */
  readonly index: number;
  /** Of the month before or after. */
  readonly outside: boolean;
  readonly isToday: boolean;
  readonly items: readonly OccurrenceView[];
  /** How many lines have room. */
  readonly fits: number;
  readonly zone: string;
  readonly client: ClientCard;
  /** Date, or date and key, of what takes part in the tab order. */
  readonly active: string;
  readonly openKey: string | null;
  readonly onFocus: (what: string) => void;
  readonly onOpen: (item: OccurrenceView, at: HTMLElement) => void;
  readonly onDay: (date: string) => void;
}

/** A day of a month: its number leads to its week, its events open their details. */
export function MonthDay(props: MonthDayProps) {
  const { date, index, outside, isToday, items, fits, zone, client, active, openKey } = props;
  const { t, i18n } = useTranslation('calendar');
  const shown = items.length > fits ? items.slice(0, Math.max(0, fits - 1)) : items;
  const hidden = items.length - shown.length;
  const focus = (what: string, top: number) => ({
    'data-spot': `${index} ${top}`,
    tabIndex: what === active ? 0 : -1,
    onFocus: () => props.onFocus(what),
  });
  return (
    <td className={classes.day} data-outside={outside || undefined} data-today={isToday || undefined}>
      <button
        type="button"
        className={classes.number}
        aria-current={isToday ? 'date' : undefined}
        aria-label={t('dayNamed', { day: formatDate(date, i18n.language, 'long'), count: items.length })}
        onClick={() => props.onDay(date)}
        {...focus(date, 0)}
      >
        <span
          data-text={date.endsWith('-01') ? formatDate(date, i18n.language, 'day') : Number(date.slice(8))}
        />
      </button>
      <ul className={classes.events}>
        {shown.map((item, line) => (
          <li key={item.key}>
            <button
              type="button"
              className={classes.event}
              data-long={isLong(item) || undefined}
              data-open={item.key === openKey || undefined}
              style={{ '--own': `var(--client-${client.color})` } as CSSProperties}
              aria-haspopup="dialog"
              aria-label={labelOf(item, zone, client.zone, i18n.language, false, t)}
              onClick={(event) => props.onOpen(item, event.currentTarget)}
              {...focus(`${date} ${item.key}`, line + 1)}
            >
              {!isLong(item) && <span className={classes.time} data-text={formatClock(item.start, zone)} />}
              <span className={classes.title}>{item.title || t('event.untitled')}</span>
            </button>
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <button
              type="button"
              className={classes.more}
              aria-label={t('month.moreNamed', {
                count: hidden,
                day: formatDate(date, i18n.language, 'long'),
              })}
              onClick={() => props.onDay(date)}
              {...focus(`${date} more`, shown.length + 1)}
            >
              <span aria-hidden="true">{t('month.more', { count: hidden })}</span>
            </button>
          </li>
        )}
      </ul>
    </td>
  );
}
