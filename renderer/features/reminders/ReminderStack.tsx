import { IconBell, IconCheck, IconClockPause, IconX } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import type { OpenReminder } from '#shared/ipc/reminders.ts';
import { clientHref } from '../../lib/addresses.ts';
import { call } from '../../lib/api.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import { useSay } from '../../lib/say.ts';
import { useAnnounce } from '../../ui/feedback/Feedback.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import classes from './ReminderStack.module.css';

/** The most that stand there at once. */
const most = 3;

export interface ReminderStackProps {
  readonly reminders: readonly OpenReminder[];
  /** IANA. */
  readonly zone: string;
}

/** The same choices everywhere, whatever the system's notifications offer: open, later, done. */
export function ReminderStack({ reminders, zone }: ReminderStackProps) {
  const { t } = useTranslation('reminders');
  const { refused } = useSay();
  const announce = useAnnounce();
  const newest = reminders[0];
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!newest || told.current === newest.id) return;
    told.current = newest.id;
    announce(t('list.announce', { title: newest.title, time: formatClock(newest.at, zone) }));
  }, [newest, announce, t, zone]);
  const stack = useRef<HTMLElement>(null);
  useEffect(() => liftToasts(stack.current), []);
  const commands = useMemo(
    () => [
      {
        id: 'reminders.focus',
        label: t('list.focus'),
        keys: 'g r',
        run: () => stack.current?.querySelector('a')?.focus(),
      },
    ],
    [t],
  );
  useCommands(commands);
  const run = (work: Promise<unknown>) => void work.catch(refused);
  const rest = reminders.length - most;
  return (
    <section ref={stack} className={classes.stack} aria-label={t('list.label')}>
      {reminders.slice(0, most).map(({ id, title, clientId, clientName, taskId, at }) => (
        <article key={id} className={classes.card}>
          <IconBell className={classes.bell} size={16} stroke={1.5} aria-hidden />
          <a
            className={classes.words}
            href={clientHref(clientId, 'board', taskId)}
            onClick={() => run(call('reminders.dismiss', { id }))}
          >
            <b className={classes.title}>{title}</b>
            <span className={classes.meta}>
              {clientName} · {t('list.dueAt', { time: formatClock(at, zone) })}
            </span>
          </a>
          <IconButton
            label={t('list.snoozeOf', { title })}
            icon={<IconClockPause size={16} stroke={1.5} aria-hidden />}
            onClick={() => run(call('reminders.snooze', { id, minutes: 10 }))}
          />
          <IconButton
            label={t('list.doneOf', { title })}
            icon={<IconCheck size={16} stroke={1.5} aria-hidden />}
            onClick={() => run(call('reminders.done', { id }))}
          />
          <IconButton
            label={t('list.dismiss', { title })}
            icon={<IconX size={16} stroke={1.5} aria-hidden />}
            onClick={() => run(call('reminders.dismiss', { id }))}
          />
        </article>
      ))}
      {rest > 0 && <p className={classes.rest}>{t('list.rest', { count: rest })}</p>}
    </section>
  );
}

/** Messages stand above the reminders while there are any. Returns the function that lets them down again. */
function liftToasts(stack: HTMLElement | null): (() => void) | undefined {
  if (!stack) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--toast-lift', `${stack.offsetHeight + 8}px`));
  observer.observe(stack);
  return () => {
    observer.disconnect();
    style.removeProperty('--toast-lift');
  };
}
