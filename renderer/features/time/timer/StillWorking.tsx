import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { lastShowing } from '#shared/domain/still-working.ts';
import type { StillWorking as Question } from '#shared/ipc/time.ts';
import { call } from '../../../lib/api.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ClockField } from '../../../ui/fields/ClockField.tsx';

export interface StillWorkingProps {
  readonly question: Question;
  /** Not now: the timer runs on unanswered. */
  readonly onLater: () => void;
}

/** Asks about a timer that may have been forgotten. It may open while a person types: no key answers by accident. */
export default function StillWorking({ question: { entry, why }, onLater }: StillWorkingProps) {
  const { t } = useTranslation('time');
  const { refused } = useSay();
  const { zone } = useHere();
  const now = useMinute();
  const { data: preferences } = useRead('settings.get');
  const [time, setTime] = useState('');
  const at = lastShowing(time, { from: entry.startedAt, to: now }, zone);
  const answer = async (work: () => Promise<unknown>) => {
    try {
      await work();
      onLater();
    } catch (error) {
      refused(error);
    }
  };
  const what = [entry.clientName, entry.taskTitle ?? entry.note].filter(Boolean).join(' · ');
  const reason = t(`still.${why}`, { count: preferences?.longTimerHours ?? 0 });
  return (
    <Dialog
      opened
      onClose={onLater}
      title={t('still.question')}
      lead={
        <>
          <strong>{t('still.since', { what, time: formatClock(entry.startedAt, zone) })}</strong>
          <br />
          {t('still.lead', { why: reason })}
        </>
      }
      actions={
        <>
          <Button size="lg" onClick={() => void answer(() => call('time.stop'))}>
            {t('still.stop')}
          </Button>
          <Button
            size="lg"
            variant="primary"
            onClick={() => void answer(() => call('time.confirmWorking', { id: entry.id }))}
          >
            {t('still.yes')}
          </Button>
        </>
      }
    >
      <div tabIndex={-1} data-autofocus style={{ outline: 'none' }}>
        <ClockField
          label={t('still.stopped')}
          value={time}
          onChange={setTime}
          error={time.length === 5 && at === null ? t('errors:time.notWithin') : undefined}
        />
        {at !== null && (
          <Button
            style={{ marginTop: 'var(--mantine-spacing-sm)' }}
            onClick={() => void answer(() => call('time.stopAt', { id: entry.id, at }))}
          >
            {t('still.stopThen', { time })}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
