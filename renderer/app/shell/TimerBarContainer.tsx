import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '#shared/domain/duration.ts';
import { go, settingsHref } from '../../lib/addresses.ts';
import { useCountedUntil, useMinute } from '../../lib/clock.tsx';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { FocusSlot } from './FocusSlot.tsx';
import { syncWord } from './sync-word.ts';
import { TimerBar } from './TimerBar.tsx';
import { todayRows } from './today/totals.ts';

/** What runs now and what the day holds, from the database; what runs counts, minute by minute. */
export function TimerBarContainer() {
  const { t } = useTranslation('shell');
  const { registry } = useCommandRegistry();
  const { refused } = useSay();
  const { data: running } = useRead('time.running');
  const { data: today } = useRead('time.totalsToday');
  const stop = useWrite('time.stop');
  const { data: google } = useRead('accounts.list');
  const now = useMinute();
  const counted = useCountedUntil(running?.startedAt ?? null);
  const rows = useMemo(
    () => (today ? todayRows(today, running ?? null, counted) : []),
    [today, running, counted],
  );
  return (
    <TimerBar
      running={
        running
          ? {
              clientName: running.clientName,
              colour: running.clientColor,
              task: running.taskTitle ?? (running.note || null),
              startedAt: running.startedAt,
            }
          : null
      }
      focus={<FocusSlot />}
      today={{ rows, goal: (today?.targetMinutes ?? 0) * MINUTE, review: today?.review.today ?? 0 }}
      toReview={today && today.review.count > 0 ? today.review : null}
      sync={syncWord(google?.accounts ?? [], now, (key, values) => t(key, values ?? {}))}
      settingsHref={settingsHref()}
      onStart={() => registry.run('time.start')}
      onSwitch={() => registry.run('time.switch')}
      onStop={() => stop.mutate(undefined, { onError: refused })}
      onReview={() => registry.run('time.review')}
      onSync={() => go(settingsHref('accounts'))}
      stopping={stop.isPending}
    />
  );
}
