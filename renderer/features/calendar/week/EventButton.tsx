import { IconCheck, IconVideo } from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { useEventEntry } from '../../../lib/event-entry.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { canBeTracked } from '../entries.ts';
import { labelOf } from '../words.ts';
import type { BlockContext } from './block.ts';
import classes from './EventButton.module.css';

export interface EventButtonProps extends BlockContext {
  readonly item: OccurrenceView;
  /** Day and distance from midnight, for the arrow keys. */
  readonly spot: string;
  readonly size: 'tall' | 'two' | 'line' | 'bar';
  /** How many lines the title of a tall one may take. */
  readonly lines?: number;
  /** It shares its day's width with others. */
  readonly narrow?: boolean;
}

/** An event on the week: Enter opens its details, E makes a time entry of it or offers the timer while it goes on. */
export function EventButton(props: EventButtonProps) {
  const { item, spot, size, lines = 1, narrow = false, zone, client } = props;
  const { entryOf, active, openKey, onOpen, onFocus } = props;
  const { t, i18n } = useTranslation('calendar');
  const eventEntry = useEventEntry();
  const now = useMinute();
  const entered = entryOf.has(item.key);
  const whole = labelOf(item, zone, client.zone, i18n.language, entered, t);
  const enterable = canBeTracked(item, now) && !entered;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'e' || event.ctrlKey || event.metaKey || event.altKey || !enterable)
      return;
    event.preventDefault();
    void eventEntry.make(item);
  };
  return (
    <button
      type="button"
      className={classes.event}
      data-size={size}
      data-narrow={narrow || undefined}
      data-free={!item.busy || undefined}
      data-tentative={item.tentative || undefined}
      data-open={item.key === openKey || undefined}
      data-spot={spot}
      data-key={item.key}
      style={{ '--own': `var(--client-${client.color})`, '--lines': lines } as CSSProperties}
      tabIndex={item.key === active ? 0 : -1}
      aria-haspopup="dialog"
      aria-expanded={item.key === openKey}
      aria-keyshortcuts={enterable ? 'E' : undefined}
      aria-label={whole}
      {...tip(whole)}
      onClick={(event) => onOpen(item, event.currentTarget)}
      onKeyDown={onKeyDown}
      onFocus={() => onFocus(item.key)}
    >
      <span className={classes.words}>
        <span className={classes.title}>{item.title || t('event.untitled')}</span>
        {size !== 'bar' && (
          <span
            className={classes.times}
            data-from={formatClock(item.start, zone)}
            data-to={
              size === 'line' || item.end <= item.start ? undefined : `–${formatClock(item.end, zone)}`
            }
          />
        )}
      </span>
      {size !== 'line' && (item.meetingUrl || entered) && (
        <span className={classes.signs} aria-hidden="true">
          {item.meetingUrl && <IconVideo size={14} stroke={1.5} aria-hidden />}
          {entered && <IconCheck size={14} stroke={1.75} aria-hidden className={classes.entered} />}
        </span>
      )}
    </button>
  );
}
