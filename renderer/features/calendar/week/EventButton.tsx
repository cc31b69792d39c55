import { IconCheck, IconVideo } from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { canBeEntry, useMakeEntry } from '../entries.ts';
import { labelOf, timesOf } from '../words.ts';
import type { BlockContext } from './block.ts';
import classes from './EventButton.module.css';

export interface EventButtonProps extends BlockContext {
  readonly item: OccurrenceView;
  /** Day and distance from midnight, for the arrow keys. */
  readonly spot: string;
  readonly size: 'tall' | 'two' | 'line' | 'bar';
}

/** An event on the week: Enter opens its details, E makes a time entry of it. */
export function EventButton(props: EventButtonProps) {
  const { item, spot, size, zone, client, entryOf, active, openKey, onOpen, onFocus } = props;
  const { t, i18n } = useTranslation('calendar');
  const makeEntry = useMakeEntry();
  const now = useMinute();
  const entered = entryOf.has(item.key);
  const enterable = canBeEntry(item, now) && !entered;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'e' || event.ctrlKey || event.metaKey || event.altKey || !enterable)
      return;
    event.preventDefault();
    void makeEntry(item);
  };
  return (
    <button
      type="button"
      className={classes.event}
      data-size={size}
      data-free={!item.busy || undefined}
      data-tentative={item.tentative || undefined}
      data-open={item.key === openKey || undefined}
      data-spot={spot}
      data-key={item.key}
      style={{ '--own': `var(--client-${client.color})` } as CSSProperties}
      tabIndex={item.key === active ? 0 : -1}
      aria-haspopup="dialog"
      aria-expanded={item.key === openKey}
      aria-keyshortcuts={enterable ? 'E' : undefined}
      aria-label={labelOf(item, zone, client.zone, i18n.language, entered, t)}
      onClick={(event) => onOpen(item, event.currentTarget)}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus(item.key)}
    >
      <span className={classes.title}>{item.title || t('event.untitled')}</span>
      {size !== 'bar' && (
        <span
          className={classes.times}
          data-text={size === 'line' ? formatClock(item.start, zone) : timesOf(item, zone)}
        />
      )}
      {size !== 'line' && (item.meetingUrl || entered) && (
        <span className={classes.signs} aria-hidden="true">
          {item.meetingUrl && <IconVideo size={14} stroke={1.5} aria-hidden />}
          {entered && <IconCheck size={14} stroke={1.75} aria-hidden className={classes.entered} />}
        </span>
      )}
    </button>
  );
}
