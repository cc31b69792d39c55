import { IconCheck, IconExternalLink, IconPlayerPlay, IconPlus, IconVideo } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { call } from '../../../lib/api.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { goesOn, useEventEntry } from '../../../lib/event-entry.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { StateWord } from '../../../ui/Chip.tsx';
import { canBeTracked } from '../entries.ts';
import classes from './EventPopover.module.css';

export interface ActionsProps {
  readonly item: OccurrenceView;
  readonly entered: boolean;
}

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

/** Join, make a time entry or start the timer, open at Google: what there is to do with an event. */
export function Actions({ item, entered }: ActionsProps) {
  const { t } = useTranslation('calendar');
  const { refused } = useSay();
  const eventEntry = useEventEntry();
  const now = useMinute();
  const open = (url: string) => call('app.openExternal', { url }).catch(refused);
  const { meetingUrl, webUrl } = item;
  const enterable = canBeTracked(item, now);
  const going = goesOn(item, now);
  if (!meetingUrl && !webUrl && !enterable) return null;
  return (
    <div className={classes.actions}>
      {meetingUrl && (
        <Button
          size="sm"
          variant="primary"
          data-autofocus
          icon={<IconVideo size={16} stroke={1.5} aria-hidden />}
          onClick={() => void open(meetingUrl)}
        >
          {t('event.join')}
        </Button>
      )}
      {enterable &&
        (entered ? (
          <StateWord tone="success" icon={<IconCheck size={16} stroke={1.75} aria-hidden />}>
            {t('event.entered')}
          </StateWord>
        ) : (
          <Button
            size="sm"
            icon={going ? <IconPlayerPlay {...icon} /> : <IconPlus {...icon} />}
            onClick={() => void (going ? eventEntry.startTimer(item) : eventEntry.make(item))}
          >
            {t(going ? 'event.startTimer' : 'event.makeEntry')}
          </Button>
        ))}
      {webUrl && (
        <Button
          size="sm"
          variant="quiet"
          icon={<IconExternalLink size={16} stroke={1.5} aria-hidden />}
          onClick={() => void open(webUrl)}
        >
          {t('event.openAtGoogle')}
        </Button>
      )}
    </div>
  );
}
