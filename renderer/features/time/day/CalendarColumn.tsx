import { IconCheck } from '@tabler/icons-react';
import { type CSSProperties, memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockRange, zoneCity } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { layOut } from '#shared/domain/lanes.ts';
import type { DayEvent, DayView } from '#shared/ipc/time.ts';
import { goesOn } from '../../../lib/event-entry.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useRoving } from '../../../ui/roving.ts';
import { blockLine, EventBlock } from '../../../ui/timeline/EventBlock.tsx';
import { placeOf, type Scale, titleLines } from '../../../ui/timeline/scale.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import type { EntryActions } from '../actions.ts';
import classes from './DayView.module.css';

export interface CalendarColumnProps {
  readonly day: DayView;
  readonly scale: Scale;
  readonly now: number;
  readonly actions: EntryActions;
}

/** The day's events; Enter or E makes an entry of one that is over, or offers the timer; one that already is says so. */
export const CalendarColumn = memo(function CalendarColumn({
  day,
  scale,
  now,
  actions,
}: CalendarColumnProps) {
  const { t } = useTranslation('time');
  const timed = useMemo(() => day.events.filter((event) => !event.allDay), [day.events]);
  const lanes = useMemo(
    () => layOut(timed.map(({ start, end }) => ({ from: start, to: Math.max(end, start + 14 * MINUTE) }))),
    [timed],
  );
  const roving = useRoving(timed[0]?.key ?? null);
  return (
    <ul className={classes.calendar} data-column="calendar" aria-label={t('day.calendar')} {...roving.list}>
      {timed.length === 0 && day.events.length === 0 && <li className={classes.none}>{t('day.noEvents')}</li>}
      {timed.map((event, index) => {
        const span = { from: event.start, to: event.end };
        const minutes = (event.end - event.start) / MINUTE;
        const lane = lanes[index] ?? { lane: 0, lanes: 1 };
        const beside = lane.lanes > 1;
        const size = minutes >= (beside ? 19 : 25) ? 'full' : minutes >= 12 ? 'line' : 'none';
        const here = formatClockRange(event.start, event.end, day.zone);
        const times = timesOf(event, day.zone, t('day.inCity', { city: zoneCity(event.clientZone) }));
        const title = event.title || t('day.untitled');
        return (
          <li key={event.key} className={classes.eventPlace} style={placeOf(scale, span, lane, 1)}>
            <EventBlock
              colour={event.clientColor}
              title={title}
              times={lane.lanes > 2 ? formatClock(event.start, day.zone) : beside ? here : times}
              size={size}
              lanes={lane.lanes}
              lines={titleLines(scale, span, blockLine)}
              past={event.end < now}
              className={classes.fills}
              style={{}}
              end={
                <EventState
                  event={event}
                  beside={beside}
                  begun={event.start <= now}
                  short={size === 'full' ? '' : beside ? formatClock(event.start, day.zone) : lengthOf(event)}
                />
              }
            />
            <button
              type="button"
              className={classes.eventButton}
              {...tip([title, event.clientName, times].join(', '))}
              aria-label={labelOf(event, day.zone, now, t)}
              aria-keyshortcuts="E"
              onClick={() => void actions.fromEvent(event)}
              onKeyDown={(press) => {
                if (press.key.toLowerCase() !== 'e' || press.ctrlKey || press.metaKey || press.altKey) return;
                press.preventDefault();
                void actions.fromEvent(event);
              }}
              {...roving.item(event.key)}
            />
          </li>
        );
      })}
    </ul>
  );
});

interface EventStateProps {
  readonly event: DayEvent;
  /** Side by side with others there is no room for words. */
  readonly beside: boolean;
  readonly begun: boolean;
  readonly short: string;
}

function EventState({ event, beside, begun, short }: EventStateProps) {
  const { t } = useTranslation('time');
  if (event.entryId) {
    return (
      <span className={classes.made}>
        <IconCheck size={14} stroke={1.75} aria-hidden />
        {!beside && t('day.isEntry')}
      </span>
    );
  }
  return (
    <>
      {!beside && begun && (
        <span className={classes.make}>
          <Kbd keys={['E']} />
        </span>
      )}
      {short && <span>{short}</span>}
    </>
  );
}

/** Events that last whole days, above the hours. */
export function AllDayEvents({ events }: { readonly events: readonly DayEvent[] }) {
  const whole = events.filter((event) => event.allDay);
  if (whole.length === 0) return null;
  return (
    <ul className={classes.allDay}>
      {whole.map((event) => (
        <li
          key={event.key}
          className={classes.allDayItem}
          style={{ '--own': `var(--client-${event.clientColor})` } as CSSProperties}
          title={`${event.clientName} · ${event.title}`}
        >
          <ClientMark colour={event.clientColor} size={10} />
          <span>{event.title}</span>
        </li>
      ))}
    </ul>
  );
}

function lengthOf(event: DayEvent): string {
  return formatDuration(event.end - event.start);
}

function timesOf(event: DayEvent, zone: string, inCity: string): string {
  const here = formatClockRange(event.start, event.end, zone);
  const there = formatClock(event.start, event.clientZone);
  return there === formatClock(event.start, zone) ? here : `${here} · ${there} ${inCity}`;
}

type State = 'isEntry' | 'makeEntry' | 'startTimer';

/** What the event is or can become; null while it is still to come. */
function stateOf(event: DayEvent, now: number): State | null {
  if (event.entryId) return 'isEntry';
  if (event.start > now) return null;
  return goesOn(event, now) ? 'startTimer' : 'makeEntry';
}

function labelOf(event: DayEvent, zone: string, now: number, t: (key: `day.${State}`) => string): string {
  const times = formatClockRange(event.start, event.end, zone);
  const state = stateOf(event, now);
  return [event.title, event.clientName, times, ...(state ? [t(`day.${state}`)] : [])].join(', ');
}
