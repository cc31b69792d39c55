import { IconAlertTriangle, IconCloudDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CalendarView, OccurrencesView } from '#shared/ipc/calendar.ts';
import { go, settingsHref } from '../../lib/addresses.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './CalendarScreen.module.css';

export interface NoticesProps {
  readonly calendars: readonly CalendarView[];
  readonly cutOff: OccurrencesView['cutOff'];
}

/** What a person must know about what they see: it is not complete yet, no longer shared, or too much to show. */
export function Notices({ calendars, cutOff }: NoticesProps) {
  const { t } = useTranslation('calendar');
  const lost = calendars.filter(({ state }) => state === 'lost');
  const failing = calendars.filter(({ state, problem }) => state === 'present' && problem !== null);
  const coming = calendars.filter(
    ({ state, problem, listedAt }) => state === 'present' && problem === null && listedAt === null,
  );
  const names = (of: readonly CalendarView[]) => of.map(({ name }) => name).join(', ');
  return (
    <>
      {coming.length > 0 && (
        <div className={classes.notice} role="status">
          <IconCloudDownload size={16} stroke={1.5} aria-hidden />
          <p>{t('notice.coming', { names: names(coming) })}</p>
        </div>
      )}
      {lost.length > 0 && <Warning text={t('notice.lost', { names: names(lost) })} settings />}
      {failing.length > 0 && <Warning text={t('notice.failing', { names: names(failing) })} settings />}
      {cutOff.length > 0 && (
        <Warning
          text={t('notice.cutOff', {
            count: cutOff.length,
            titles: cutOff.map(({ title }) => title || t('event.untitled')).join(', '),
          })}
        />
      )}
    </>
  );
}

function Warning({ text, settings = false }: { readonly text: string; readonly settings?: boolean }) {
  const { t } = useTranslation('calendar');
  return (
    <div className={classes.notice} data-tone="warning" role="status">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <p>{text}</p>
      {settings && (
        <Button size="sm" onClick={() => go(settingsHref('accounts'))}>
          {t('notice.settings')}
        </Button>
      )}
    </div>
  );
}
