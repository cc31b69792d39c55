import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn, formatClock, formatDay, weekNumber, zoneCity } from '#shared/domain/clock-format.ts';
import { useMinute } from '../../lib/clock.tsx';
import classes from './HeaderTimes.module.css';

/** The client's clock and ours; one clock when they agree. Only this line renders when a minute passes. */
export function ClientTimes({ zone, here }: { readonly zone: string; readonly here: string }) {
  const { t } = useTranslation('shell');
  const now = useMinute();
  const there = formatClock(now, zone);
  const home = formatClock(now, here);
  return (
    <span className={classes.line}>
      <Clock text={there} strong /> {t('header.inCity', { city: zoneCity(zone) })}
      {there !== home && (
        <>
          <Dot />
          <Clock text={home} /> {t('header.here')}
        </>
      )}
    </span>
  );
}

/** Day, clock and week for the pages across clients: `Wed 25 Nov · 12:42 in Tallinn · Week 48`. */
export function DayLine({ here, locale }: { readonly here: string; readonly locale: string }) {
  const { t } = useTranslation('shell');
  const now = useMinute();
  const parts = [
    <strong key="day">{formatDay(now, here, locale)}</strong>,
    <span key="time">
      <Clock text={formatClock(now, here)} /> {t('header.inCity', { city: zoneCity(here) })}
    </span>,
    <span key="week">{t('header.week', { number: weekNumber(dateIn(now, here)) })}</span>,
  ];
  return (
    <span className={classes.line}>
      {parts.map((part, index) => (
        <Fragment key={part.key}>
          {index > 0 && <Dot />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}

function Clock({ text, strong = false }: { readonly text: string; readonly strong?: boolean }) {
  return strong ? <strong className="tabular">{text}</strong> : <span className="tabular">{text}</span>;
}

function Dot() {
  return (
    <span className={classes.dot} aria-hidden="true">
      ·
    </span>
  );
}
