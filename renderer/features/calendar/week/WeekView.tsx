import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, zoneCity } from '#shared/domain/clock-format.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { moveFocus } from '../../../ui/roving-grid.ts';
import type { Period } from '../days.ts';
import { dayMinutes, placeBars, placeDay } from '../place.ts';
import { AllDayBars } from './AllDayBars.tsx';
import { axisOf, clockChange, remOf, remPerHour, sameClock } from './axis.ts';
import { DayColumn } from './DayColumn.tsx';
import { HourAxis } from './HourAxis.tsx';
import { Now } from './Now.tsx';
import classes from './WeekView.module.css';

export interface WeekViewProps {
  readonly period: Period;
  readonly zone: string;
  readonly today: string;
  readonly items: readonly OccurrenceView[];
  readonly client: ClientCard;
  readonly entryOf: ReadonlySet<string>;
  readonly openKey: string | null;
  readonly onOpen: (item: OccurrenceView, at: HTMLElement) => void;
}

/** Seven days by the hour, on the person's clock at the left and the client's at the right. */
export function WeekView(props: WeekViewProps) {
  const { period, zone, today, items, client, entryOf, openKey, onOpen } = props;
  const { t, i18n } = useTranslation('calendar');
  const { dates } = period;
  const [last, setLast] = useState<string | null>(null);
  const days = useMemo(() => dates.map((date) => placeDay(items, date, zone)), [dates, items, zone]);
  const bars = useMemo(() => placeBars(items, dates, zone), [items, dates, zone]);
  const axisDate = dates.includes(today) ? today : (dates[0] ?? today);
  const marks = useMemo(() => axisOf(axisDate, zone, client.zone), [axisDate, zone, client.zone]);
  const same = useMemo(() => sameClock(dates, zone, client.zone), [dates, zone, client.zone]);
  const change = useMemo(
    () => clockChange(dates, axisDate, zone, client.zone),
    [dates, axisDate, zone, client.zone],
  );
  const keys = [...bars.map(({ item }) => item.key), ...days.flat().map(({ item }) => item.key)];
  const ofToday = days[dates.indexOf(today)]?.[0]?.item.key;
  const active = last !== null && keys.includes(last) ? last : (ofToday ?? keys[0] ?? null);
  const scroller = useScrollToWork(
    days.flat().map(({ top }) => top),
    items,
  );
  const block = { zone, client, entryOf, active, openKey, onOpen, onFocus: setLast };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the blocks inside, caught on their way up
    <div className={classes.scroller} ref={scroller} data-same={same || undefined} onKeyDown={moveFocus}>
      <div className={classes.heads}>
        <span className={classes.zone} title={zone}>
          {zoneCity(zone)}
        </span>
        {dates.map((date) => (
          <div
            key={date}
            className={classes.dayHead}
            data-today={date === today || undefined}
            aria-hidden="true"
          >
            <span className={classes.dayName}>{formatDate(date, i18n.language, 'weekday')}</span>
            {date === today && <span className={classes.todayWord}>{t('today')}</span>}
          </div>
        ))}
        {!same && (
          <span className={classes.zone} data-side="end" title={client.zone}>
            {zoneCity(client.zone)}
          </span>
        )}
        {bars.length > 0 && <AllDayBars bars={bars} {...block} />}
        {change && (
          <p className={classes.change}>
            {t(change.before ? 'clockChangedBefore' : 'clockChanges', {
              day: formatDate(change.date, i18n.language),
              time: change.there,
              city: zoneCity(client.zone),
            })}
          </p>
        )}
      </div>
      <div className={classes.hours} style={{ height: `${remOf(dayMinutes)}rem` }}>
        <HourAxis marks={marks} both={!same} />
        {dates.map((date, index) => (
          <DayColumn key={date} day={index} date={date} places={days[index] ?? []} {...block} />
        ))}
        {dates.includes(today) && (
          <Now zone={zone} otherZone={same ? null : client.zone} day={dates.indexOf(today)} />
        )}
      </div>
    </div>
  );
}

/** Opens where the work begins: an hour before the earliest event of a usual day. Stays there when weeks are turned. */
function useScrollToWork(tops: readonly number[], items: readonly OccurrenceView[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const done = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || done.current || items.length === 0) return;
    done.current = true;
    const first = Math.min(8.5 * 60, ...tops.filter((top) => top >= 5 * 60));
    const hours = element.querySelector<HTMLElement>(`.${classes.hours}`);
    if (hours)
      element.scrollTop = ((first / 60 - 0.5) * hours.offsetHeight) / (remOf(dayMinutes) / remPerHour);
  }, [tops, items]);
  return scroller;
}
