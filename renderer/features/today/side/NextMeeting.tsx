import { IconPlayerPlay, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockRange, zoneCity } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { DayEvent, DayView } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { useTimerActions } from '../../../lib/timer.ts';
import { Button } from '../../../ui/Button.tsx';
import { ClientName } from '../../../ui/ClientName.tsx';
import classes from './SideColumn.module.css';

/** What is on now or comes next today, with the way in. */
export function NextMeeting({ day }: { readonly day: DayView }) {
  const { t } = useTranslation('today');
  const now = useMinute();
  const meeting = day.events.find((event) => !event.allDay && event.end > now);
  return (
    <section aria-label={t('meeting.title')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('meeting.title')}</h2>
        {meeting && (
          <span className={classes.meta}>
            {meeting.start <= now
              ? t('meeting.now')
              : t('meeting.in', { time: formatDuration(meeting.start - now + MINUTE - 1) })}
          </span>
        )}
      </div>
      {meeting ? (
        <Meeting meeting={meeting} zone={day.zone} />
      ) : (
        <p className={classes.empty}>{t('meeting.none')}</p>
      )}
    </section>
  );
}

function Meeting({ meeting, zone }: { readonly meeting: DayEvent; readonly zone: string }) {
  const { t } = useTranslation('today');
  const timer = useTimerActions();
  const title = meeting.title || t('calendar.untitled');
  const times = formatClockRange(meeting.start, meeting.end, zone);
  const there = formatClock(meeting.start, meeting.clientZone);
  return (
    <div className={classes.card}>
      <strong className={classes.what}>
        <ClientName name={title} colour={meeting.clientColor} strong />
      </strong>
      <span className={classes.times}>
        {there === formatClock(meeting.start, zone)
          ? times
          : `${t('meeting.here', { times })} · ${there} ${t('calendar.inCity', { city: zoneCity(meeting.clientZone) })}`}
      </span>
      <span className={classes.times}>{meeting.clientName}</span>
      <div className={classes.buttons}>
        {meeting.meetingUrl && (
          <Button
            size="sm"
            variant="primary"
            className={classes.wide}
            icon={<IconVideo size={16} stroke={1.5} aria-hidden />}
            aria-label={t('calendar.joinNamed', { what: title })}
            onClick={() => void call('app.openExternal', { url: meeting.meetingUrl ?? '' })}
          >
            {t('calendar.join')}
          </Button>
        )}
        <Button
          size="sm"
          icon={<IconPlayerPlay size={16} stroke={1.5} aria-hidden />}
          aria-label={t('due.start', { what: title })}
          onClick={() => void timer.start({ clientId: meeting.clientId, note: title })}
        >
          {t('meeting.timer')}
        </Button>
      </div>
    </div>
  );
}
