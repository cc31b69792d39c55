import { IconChevronLeft, IconChevronRight, IconVideo } from '@tabler/icons-react';
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockRange, formatDate, zoneCity } from '#shared/domain/clock-format.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { type Lane, layOut } from '#shared/domain/lanes.ts';
import { length } from '#shared/domain/spans.ts';
import type { DayEvent, DayView } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useByMinute, useMinuteReader } from '../../../lib/clock.tsx';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { blockLine, EventBlock } from '../../../ui/timeline/EventBlock.tsx';
import { HourLines } from '../../../ui/timeline/HourLines.tsx';
import { NowLine } from '../../../ui/timeline/NowLine.tsx';
import { offset, placeOf, type Scale, titleLines } from '../../../ui/timeline/scale.ts';
import timeline from '../../../ui/timeline/Timeline.module.css';
import classes from './DayColumn.module.css';
import { TrackedStripe } from './TrackedStripe.tsx';

const remPerHour = 3.875;

/** A day of all clients' calendars as hours, with what was tracked as a stripe beside them. */
export function DayColumn() {
  const { t, i18n } = useTranslation('today');
  const { today } = useHere();
  const [chosen, setChosen] = useState<string | null>(null);
  const date = chosen ?? today;
  const { data: day } = useRead('time.day', { date, clientId: null }, { keepPrevious: true });
  const wholeDay = day?.events.filter((event) => event.allDay) ?? [];
  return (
    <section className={classes.column} aria-label={t('calendar.title')}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          {chosen === null || chosen === today ? t('calendar.title') : formatDate(date, i18n.language)}
        </h2>
        <IconButton
          size="sm"
          label={t('calendar.previous')}
          icon={<IconChevronLeft size={16} stroke={1.5} />}
          onClick={() => setChosen(addDays(date, -1))}
        />
        <Button size="sm" variant="quiet" onClick={() => setChosen(null)}>
          {t('calendar.today')}
        </Button>
        <IconButton
          size="sm"
          label={t('calendar.next')}
          icon={<IconChevronRight size={16} stroke={1.5} />}
          onClick={() => setChosen(addDays(date, 1))}
        />
      </div>
      {wholeDay.length > 0 && (
        <ul className={classes.wholeDay}>
          {wholeDay.map((event) => (
            <li
              key={event.key}
              style={{ '--own': `var(--client-${event.clientColor})` } as CSSProperties}
              title={`${event.clientName} · ${event.title}`}
            >
              <ClientMark colour={event.clientColor} size={10} />
              <span>{event.title}</span>
            </li>
          ))}
        </ul>
      )}
      {day && <Hours day={day} />}
    </section>
  );
}

function Hours({ day }: { readonly day: DayView }) {
  const { t } = useTranslation('today');
  const scroller = useRef<HTMLDivElement>(null);
  const scale = useMemo<Scale>(() => ({ from: day.from, to: day.to, remPerHour }), [day.from, day.to]);
  const timed = day.events.filter((event) => !event.allDay);
  const lanes = layOut(
    timed.map(({ start, end }) => ({ from: start, to: Math.max(end, start + 16 * MINUTE) })),
  );
  const first = Math.min(timed[0]?.start ?? Infinity, day.entries[0]?.startedAt ?? Infinity);
  useScrollTo(scroller, day, scale, first);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the hours could not be scrolled by keyboard
    <section className={classes.scroller} ref={scroller} tabIndex={0} aria-label={t('calendar.hours')}>
      <div className={`${timeline.frame} ${classes.frame}`} style={{ height: `${offset(scale, day.to)}rem` }}>
        <HourLines scale={scale} zone={day.zone} />
        <TrackedStripe entries={day.entries} gaps={day.gaps} scale={scale} />
        <ul className={classes.events} aria-label={t('calendar.title')}>
          {timed.map((event, index) => (
            <Event
              key={event.key}
              event={event}
              zone={day.zone}
              scale={scale}
              lane={lanes[index] ?? { lane: 0, lanes: 1 }}
            />
          ))}
        </ul>
        <NowLine scale={scale} zone={day.zone} />
      </div>
      {day.events.length === 0 && <Empty />}
    </section>
  );
}

/** A free day, or nothing connected yet: then what to do. */
function Empty() {
  const { t } = useTranslation('today');
  const accounts = useRead('accounts.list').data?.accounts;
  if (!accounts) return null;
  return <p className={classes.empty}>{t(accounts.length > 0 ? 'calendar.free' : 'calendar.empty')}</p>;
}

interface EventProps {
  readonly event: DayEvent;
  readonly zone: string;
  readonly scale: Scale;
  readonly lane: Lane;
}

function Event({ event, zone, scale, lane }: EventProps) {
  const { t } = useTranslation('today');
  const past = useByMinute((minute) => event.end < minute);
  const span = { from: event.start, to: event.end };
  const minutes = length(span) / MINUTE;
  const beside = lane.lanes > 1;
  const size = minutes >= (beside ? 28 : 40) ? 'full' : minutes >= 18 ? 'line' : 'none';
  const here = formatClockRange(event.start, event.end, zone);
  const there = formatClock(event.start, event.clientZone);
  const city = t('calendar.inCity', { city: zoneCity(event.clientZone) });
  const title = event.title || t('calendar.untitled');
  const times = there === formatClock(event.start, zone) ? here : `${here} · ${there} ${city}`;
  const whole = [title, event.clientName, times].join(', ');
  const joinable = event.meetingUrl !== null && !past && lane.lanes < 3;
  const icon = <IconVideo size={14} stroke={1.5} aria-hidden />;
  const name = t('calendar.joinNamed', { what: title });
  const join = () => void call('app.openExternal', { url: event.meetingUrl ?? '' });
  return (
    <li>
      <EventBlock
        style={placeOf(scale, span, lane, 1)}
        colour={event.clientColor}
        title={title}
        times={lane.lanes > 2 ? formatClock(event.start, zone) : beside ? here : times}
        size={size}
        lanes={lane.lanes}
        lines={titleLines(scale, span, blockLine)}
        past={past}
        tooltip={whole}
        end={
          joinable && size !== 'none' ? (
            beside ? (
              <IconButton size="sm" label={name} icon={icon} onClick={join} />
            ) : (
              <Button size="sm" icon={icon} aria-label={name} onClick={join}>
                {t('calendar.join')}
              </Button>
            )
          ) : size === 'full' ? undefined : (
            formatClock(event.start, zone)
          )
        }
      />
    </li>
  );
}

/** Opens the day at eight or at the first thing on it, and today so that now is in sight. */
function useScrollTo(
  scroller: { readonly current: HTMLDivElement | null },
  day: DayView,
  scale: Scale,
  first: number,
) {
  const minute = useMinuteReader();
  const shown = useRef<string | null>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || shown.current === day.date) return;
    shown.current = day.date;
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const inSight = (element.clientHeight / rem / scale.remPerHour - 3) * HOUR;
    const now = minute();
    const isToday = now >= day.from && now < day.to;
    const start = Math.min(first, day.from + 8 * HOUR);
    const from = isToday ? Math.max(start, now - inSight) : start;
    element.scrollTop = Math.max(0, offset(scale, from) * rem - 6);
  }, [scroller, day, scale, first, minute]);
}
