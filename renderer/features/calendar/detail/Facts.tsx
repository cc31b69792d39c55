import { IconCalendar, IconClock, IconMapPin, IconRepeat, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneCity } from '#shared/domain/clock-format.ts';
import type { CalendarView, EventDetail, OccurrenceView } from '#shared/ipc/calendar.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { useRead } from '../../../lib/queries.ts';
import { isLong } from '../place.ts';
import { sameTime, whenOf } from '../words.ts';
import classes from './EventPopover.module.css';
import { plainText } from './plain-text.ts';

export interface FactsProps {
  readonly item: OccurrenceView;
  readonly client: ClientCard;
  readonly zone: string;
  readonly calendar: CalendarView | null;
}

/** What is known of an event: when on both clocks, where, with whom, what about. */
export function Facts({ item, client, zone, calendar }: FactsProps) {
  const { t, i18n } = useTranslation('calendar');
  const { data, error } = useRead('calendar.event', { eventId: item.eventId });
  const locale = i18n.language;
  const there = !isLong(item) && !sameTime(item, zone, client.zone);
  const state = [
    item.tentative && t('event.tentative'),
    !item.busy && t('event.free'),
    item.allDay && t('event.allDay'),
  ].filter(Boolean);
  const description = plainText(data?.description ?? '');
  return (
    <dl className={classes.facts}>
      <Fact icon={<IconClock size={16} stroke={1.5} aria-hidden />} name={t('event.when')}>
        <span className={classes.when}>
          {there
            ? t('event.here', { when: whenOf(item, zone, locale), city: zoneCity(zone) })
            : whenOf(item, zone, locale)}
        </span>
        {there && (
          <span className={classes.there}>
            {t('event.here', { when: whenOf(item, client.zone, locale), city: zoneCity(client.zone) })}
          </span>
        )}
        {state.length > 0 && <span className={classes.there}>{state.join(' · ')}</span>}
      </Fact>
      {item.recurring && (
        <Fact icon={<IconRepeat size={16} stroke={1.5} aria-hidden />} name={t('event.series')}>
          {t('event.recurring')}
        </Fact>
      )}
      {item.location && (
        <Fact icon={<IconMapPin size={16} stroke={1.5} aria-hidden />} name={t('event.place')}>
          {item.location}
        </Fact>
      )}
      {data && data.guests.length > 0 && <Guests guests={data.guests} />}
      {calendar && (
        <Fact icon={<IconCalendar size={16} stroke={1.5} aria-hidden />} name={t('event.calendar')}>
          <span>{calendar.name}</span>
          {calendar.role === 'busy' && <span className={classes.there}>{t('event.busyOnly')}</span>}
        </Fact>
      )}
      {description && (
        <div className={classes.description}>
          <dt className="visually-hidden">{t('event.description')}</dt>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text must be scrolled by keyboard too */}
          <dd tabIndex={0}>{description}</dd>
        </div>
      )}
      {error && (
        <div className={classes.failed}>
          <dt className="visually-hidden">{t('event.description')}</dt>
          <dd>{t('event.detailsFailed')}</dd>
        </div>
      )}
    </dl>
  );
}

/** More guests than anyone reads here. */
const shownGuests = 8;
const answers = { accepted: 'accepted', declined: 'declined', tentative: 'tentative' } as const;

function Guests({ guests }: { readonly guests: EventDetail['guests'] }) {
  const { t } = useTranslation('calendar');
  return (
    <Fact
      icon={<IconUsers size={16} stroke={1.5} aria-hidden />}
      name={t('event.guests', { count: guests.length })}
    >
      <ul className={classes.guests}>
        {guests.slice(0, shownGuests).map(({ name, email, answer }) => (
          <li key={`${email} ${name}`}>
            <span className={classes.guest} title={email}>
              {name || email}
            </span>
            <span className={classes.answer}>
              {t(`event.answer.${answers[answer as keyof typeof answers] ?? 'open'}`)}
            </span>
          </li>
        ))}
        {guests.length > shownGuests && (
          <li className={classes.answer}>{t('event.moreGuests', { count: guests.length - shownGuests })}</li>
        )}
      </ul>
    </Fact>
  );
}

interface FactProps {
  readonly icon: ReactNode;
  /** For screen readers; the icon says it to the eye. */
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ icon, name, children }: FactProps) {
  return (
    <div className={classes.fact}>
      <dt>
        {icon}
        <span className="visually-hidden">{name}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
